package org.pabean.integration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a channel of Slack of events, by {@code chat.postMessage} of Slack's Web API. */
@Component
class Slack {

  /** What a team wants to see, unless it says otherwise. */
  private static final List<EventKind> USUAL =
      List.of(
          EventKind.TASK_CREATED,
          EventKind.TASK_DECIDED,
          EventKind.TASK_REOPENED,
          EventKind.QUESTION_ANSWERED,
          EventKind.DEADLINE_REMINDER,
          EventKind.DEADLINE_ESCALATION,
          EventKind.DEADLINE_OVERDUE);

  /** After these words of Slack's a second try can succeed; all others need a person. */
  private static final Set<String> WORTH_RETRY =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout");

  private static final int TOO_MANY_REQUESTS = 429;

  /** The most characters that Slack takes in one section. */
  private static final int LONGEST = 3000;

  private final SlackSettings settings;
  private final IntegrationSettings limits;
  private final HttpClient http;

  Slack(SlackSettings settings, IntegrationSettings limits) {
    this.settings = settings;
    this.limits = limits;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(limits.connectLimit())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The channels that are told of this kind. */
  List<String> receivers(EventKind kind) {
    List<EventKind> kinds = EventKind.choose(settings.events(), USUAL);
    return !settings.token().isBlank() && kinds.contains(kind)
        ? List.of(settings.channel())
        : List.of();
  }

  /**
   * Posts a message.
   *
   * @throws NotDelivered unless Slack took it
   */
  void post(String channel, String payload) throws NotDelivered {
    if (settings.token().isBlank() || !settings.channel().equals(channel)) {
      throw NotDelivered.ever("the channel is no longer told");
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.url() + "/chat.postMessage"))
            .timeout(limits.answerLimit())
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer " + settings.token())
            .POST(BodyPublishers.ofString(message(channel, payload)))
            .build();
    try {
      check(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw NotDelivered.yet("Slack could not be reached: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotDelivered.yet("the program was stopped meanwhile");
    }
  }

  private String message(String channel, String payload) {
    JsonNode event = JsonMapper.shared().readTree(payload);
    MailLetter.Part part =
        MailLetter.of(event, settings.desk(), ZoneId.systemDefault()).parts().get(0);
    var text = new StringBuilder("*").append(escaped(part.heading())).append('*');
    part.lines().forEach(line -> text.append('\n').append(escaped(line)));
    String shown =
        text.length() <= LONGEST - 500 ? text.toString() : text.substring(0, LONGEST - 500) + "…";
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("channel", channel);
    message.put("text", escaped(part.heading()));
    message.put("unfurl_links", false);
    message.put(
        "blocks",
        List.of(section(shown), section("<%s|Open it at the desk>".formatted(part.link()))));
    return JsonMapper.shared().writeValueAsString(message);
  }

  private static Map<String, Object> section(String text) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("type", "mrkdwn");
    words.put("text", text);
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("type", "section");
    section.put("text", words);
    return section;
  }

  /** Goods are described by strangers, who must neither call people nor make links. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void check(HttpResponse<String> answer) throws NotDelivered {
    if (answer.statusCode() == TOO_MANY_REQUESTS) {
      throw NotDelivered.before(wait(answer), "Slack answered 429: too many messages");
    }
    if (answer.statusCode() != 200) {
      throw NotDelivered.yet("Slack answered " + answer.statusCode());
    }
    JsonNode body;
    try {
      body = JsonMapper.shared().readTree(answer.body());
    } catch (JacksonException e) {
      throw NotDelivered.yet("Slack answered something that is not JSON");
    }
    if (!body.at("/ok").asBoolean(false)) {
      String error = body.at("/error").asString("no reason");
      String reason = "Slack answered: " + error;
      throw WORTH_RETRY.contains(error) ? NotDelivered.yet(reason) : NotDelivered.ever(reason);
    }
  }

  private static Duration wait(HttpResponse<?> answer) {
    String after = answer.headers().firstValue("retry-after").orElse("").strip();
    return after.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(after)) : Duration.ZERO;
  }
}
