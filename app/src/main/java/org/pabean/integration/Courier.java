package org.pabean.integration;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Posts one message to one address, signed. */
@Component
class Courier {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final HttpClient http;
  private final Addresses addresses;
  private final IntegrationSettings settings;
  private final Clock clock;

  Courier(Addresses addresses, IntegrationSettings settings, Clock clock) {
    this.addresses = addresses;
    this.settings = settings;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectLimit())
            // A redirect could lead anywhere, also where no webhook may point.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Posts a message.
   *
   * @throws NotDelivered unless the receiver answered with a status from 200 to 299
   */
  void post(EventTable.Letter letter) throws NotDelivered {
    HttpRequest request = request(letter);
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      // Only the status counts: a body that never ends must not keep us.
      answer.body().close();
      check(answer);
    } catch (HttpConnectTimeoutException e) {
      throw NotDelivered.yet("no connection within " + seconds(settings.connectLimit()));
    } catch (HttpTimeoutException e) {
      throw NotDelivered.yet("no answer within " + seconds(settings.answerLimit()));
    } catch (ConnectException e) {
      throw NotDelivered.yet("no connection: is the receiver running, and the address right?");
    } catch (IOException e) {
      throw NotDelivered.yet("the connection broke: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotDelivered.yet("the program was stopped meanwhile");
    }
  }

  private HttpRequest request(EventTable.Letter letter) throws NotDelivered {
    String id = letter.eventId().toString();
    Instant now = clock.instant();
    return HttpRequest.newBuilder(address(letter))
        .timeout(settings.answerLimit())
        .header("content-type", "application/json")
        .header("user-agent", "Pabean")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", Signature.of(letter.secret(), id, now, letter.payload()))
        .POST(BodyPublishers.ofString(letter.payload()))
        .build();
  }

  private URI address(EventTable.Letter letter) throws NotDelivered {
    try {
      return addresses.check(letter.url());
    } catch (IllegalArgumentException e) {
      throw NotDelivered.ever(String.valueOf(e.getMessage()));
    }
  }

  private static void check(HttpResponse<?> answer) throws NotDelivered {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return;
    }
    String reason = "the receiver answered " + status;
    if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) {
      throw NotDelivered.before(retryAfter(answer), reason);
    }
    boolean redirect = status >= 300 && status < 400;
    throw NotDelivered.yet(redirect ? reason + "; redirects are not followed" : reason);
  }

  private static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("retry-after")
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() / 1000.0 + " s";
  }
}
