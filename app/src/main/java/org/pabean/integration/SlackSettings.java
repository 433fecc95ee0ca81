package org.pabean.integration;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which channel of Slack is told of events.
 *
 * @param token of the bot, {@code xoxb-…}; empty: nothing is sent to Slack
 * @param channel the id of the channel
 * @param events slugs of the kinds of events that it is told of
 * @param desk where people reach the desk, for links
 * @param url of Slack's Web API
 */
@ConfigurationProperties("pabean.integration.slack")
record SlackSettings(
    @DefaultValue("") String token,
    @DefaultValue("") String channel,
    @DefaultValue List<String> events,
    @DefaultValue("") String desk,
    @DefaultValue("https://slack.com/api") String url) {

  private static final String PREFIX = "pabean.integration.slack.";

  SlackSettings {
    events = events.stream().map(String::strip).filter(slug -> !slug.isEmpty()).toList();
    desk = desk.strip().replaceFirst("/+$", "");
    url = url.strip().replaceFirst("/+$", "");
    if (!token.isBlank()) {
      if (!channel.matches("[A-Z0-9]{6,}")) {
        throw new IllegalArgumentException(
            PREFIX
                + "channel is '%s': give the id of a channel, such as C0123456789"
                    .formatted(channel));
      }
      if (!desk.matches("https?://[^\\s/]+.*")) {
        throw new IllegalArgumentException(
            PREFIX + "desk is no address: give that of the desk, such as https://desk.example.com");
      }
      if (!events.isEmpty()) {
        EventKind.choose(events);
      }
    }
  }

  @Override
  public String toString() {
    // The token is a secret.
    return "SlackSettings[channel=%s, events=%s, desk=%s, url=%s]"
        .formatted(channel, events, desk, url);
  }
}
