package org.pabean.integration;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Posts one message to one address, signed; connects only where {@link Addresses} lets it. */
@Component
class Courier implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final int GONE = 410;
  private static final int SHORT_ANSWER = 64 * 1024;

  private final CloseableHttpClient http;
  private final Addresses addresses;
  private final IntegrationSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "courier-watch");
            thread.setDaemon(true);
            return thread;
          });

  Courier(Addresses addresses, IntegrationSettings settings, Clock clock) {
    this.addresses = addresses;
    this.settings = settings;
    this.clock = clock;
    this.http = client(addresses, settings);
  }

  /** The one look-up of a post: what is checked here is what is connected to. */
  private record CheckedNames(Addresses addresses) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return addresses.reachable(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private static CloseableHttpClient client(Addresses addresses, IntegrationSettings settings) {
    Timeout connect = Timeout.of(settings.connectLimit());
    Timeout answer = Timeout.of(settings.answerLimit());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedNames(addresses))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(answer)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(answer)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent("Pabean")
        // A redirect could lead anywhere, also where no webhook may point.
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        // Each post is checked: no connection is kept for the next one.
        .setConnectionReuseStrategy((request, response, context) -> false)
        .build();
  }

  /**
   * Posts a message.
   *
   * @throws NotDelivered unless the receiver answered with a status from 200 to 299
   */
  void post(EventTable.Letter letter) throws NotDelivered {
    URI address = address(letter);
    HttpPost request = request(letter, address);
    Duration limit = settings.connectLimit().plus(settings.answerLimit());
    // The client's own limit starts anew with each byte that drips in.
    Future<?> end = watch.schedule(request::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      check(answer(request, address));
    } catch (NotPublic e) {
      throw NotDelivered.ever(String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      throw NotDelivered.yet("nobody knows the host '%s'".formatted(address.getHost()));
    } catch (ConnectTimeoutException e) {
      throw NotDelivered.yet("no connection within " + seconds(settings.connectLimit()));
    } catch (SocketTimeoutException e) {
      throw NotDelivered.yet("no answer within " + seconds(settings.answerLimit()));
    } catch (ConnectException e) {
      throw NotDelivered.yet("no connection: is the receiver running, and the address right?");
    } catch (SSLException e) {
      throw NotDelivered.yet("no secure connection: " + e.getMessage());
    } catch (IOException e) {
      throw NotDelivered.yet(
          request.isCancelled()
              ? "no answer within " + seconds(limit)
              : "the connection broke: " + e.getMessage());
    } finally {
      end.cancel(false);
    }
  }

  @Override
  public void destroy() throws IOException {
    watch.shutdownNow();
    http.close();
  }

  private record Answer(int status, String retryAfter) {}

  private Answer answer(HttpPost request, URI address) throws IOException {
    var host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    ClassicHttpResponse response = http.executeOpen(host, request, null);
    Header retry = response.getFirstHeader("retry-after");
    close(response, request);
    return new Answer(response.getCode(), retry == null ? "" : retry.getValue());
  }

  /** Only the status counts: a body that breaks off or never ends changes nothing. */
  private static void close(ClassicHttpResponse response, HttpPost request) {
    HttpEntity body = response.getEntity();
    if (body != null && (body.getContentLength() < 0 || body.getContentLength() > SHORT_ANSWER)) {
      // Closing would read it to its end.
      request.cancel();
    }
    try {
      response.close();
    } catch (IOException e) {
      LOG.debug("The rest of an answer was not read: {}", e.getMessage());
    }
  }

  private HttpPost request(EventTable.Letter letter, URI address) {
    String id = letter.eventId().toString();
    Instant now = clock.instant();
    var post = new HttpPost(address);
    post.setHeader("webhook-id", id);
    post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    post.setHeader("webhook-signature", Signature.of(letter.secrets(), id, now, letter.payload()));
    post.setEntity(
        new ByteArrayEntity(
            letter.payload().getBytes(StandardCharsets.UTF_8),
            ContentType.create("application/json")));
    return post;
  }

  private URI address(EventTable.Letter letter) throws NotDelivered {
    try {
      return addresses.check(letter.url());
    } catch (IllegalArgumentException e) {
      throw NotDelivered.ever(String.valueOf(e.getMessage()));
    }
  }

  private static void check(Answer answer) throws NotDelivered {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return;
    }
    String reason = "the receiver answered " + status;
    if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) {
      throw NotDelivered.before(wait(answer.retryAfter().strip()), reason);
    }
    if (status == GONE) {
      throw NotDelivered.gone(reason + ": it wants nothing more");
    }
    boolean redirect = status >= 300 && status < 400;
    throw NotDelivered.yet(redirect ? reason + "; redirects are not followed" : reason);
  }

  private static Duration wait(String retryAfter) {
    return retryAfter.matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : Duration.ZERO;
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() / 1000.0 + " s";
  }
}
