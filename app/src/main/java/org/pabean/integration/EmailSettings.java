package org.pabean.integration;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of events by e-mail, and how.
 *
 * @param host the mail server; empty: no e-mail is sent
 * @param port of the mail server
 * @param security how the connection is protected
 * @param user the name that the server wants; empty if it wants none
 * @param password that belongs to it
 * @param from the sender's address
 * @param to the addresses that are told
 * @param events slugs of the kinds of events that they are told of
 * @param desk where people reach the desk, for links
 * @param limit how long the server may take for each step
 * @param gather how long a message waits for others that happen just after
 * @param digestAbove when more wait for one address, one message tells of all
 * @param quiet hours in which none is sent, such as {@code 22:00-07:00}; empty: none
 * @param zone in which they are meant; empty: that of the server
 */
@ConfigurationProperties("pabean.integration.email")
record EmailSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("STARTTLS") Security security,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue List<String> to,
    @DefaultValue List<String> events,
    @DefaultValue("") String desk,
    @DefaultValue("10s") Duration limit,
    @DefaultValue("1m") Duration gather,
    @DefaultValue("5") int digestAbove,
    @DefaultValue("") String quiet,
    @DefaultValue("") String zone) {

  private static final String PREFIX = "pabean.integration.email.";

  /** How the connection to the mail server is protected. */
  enum Security {
    /** Not at all: only for a server on the same machine. */
    NONE,
    /** Begins in the open and must turn to TLS. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
  }

  EmailSettings {
    to = to.stream().map(String::strip).filter(address -> !address.isEmpty()).distinct().toList();
    events = events.stream().map(String::strip).filter(slug -> !slug.isEmpty()).toList();
    desk = desk.strip().replaceFirst("/+$", "");
    if (!host.isBlank()) {
      need(!to.isEmpty(), "to", "is empty: give the addresses that are told");
      need(from.contains("@"), "from", "is no address: give the sender, such as desk@example.com");
      need(
          desk.matches("https?://[^\\s/]+.*") && URI.create(desk).getHost() != null,
          "desk",
          "is no address: give that of the desk, such as https://desk.example.com");
      need(digestAbove >= 1, "digest-above", "is below 1");
      if (!events.isEmpty()) {
        EventKind.choose(events);
      }
    }
    try {
      hours(quiet);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          PREFIX + "quiet is '%s': give hours such as 22:00-07:00".formatted(quiet), e);
    }
  }

  boolean isOn() {
    return !host.isBlank();
  }

  /** When a message may be sent that would be sent at this time: then, or when the quiet ends. */
  Instant notBefore(Instant time) {
    List<LocalTime> hours = hours(quiet);
    if (hours.isEmpty()) {
      return time;
    }
    LocalTime begin = hours.get(0);
    LocalTime end = hours.get(1);
    ZonedDateTime local =
        time.atZone(zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip()));
    LocalTime now = local.toLocalTime();
    boolean overnight = end.isBefore(begin);
    boolean late = !now.isBefore(begin);
    boolean early = now.isBefore(end);
    if (overnight ? !late && !early : !late || !early) {
      return time;
    }
    return local
        .toLocalDate()
        .plusDays(overnight && late ? 1 : 0)
        .atTime(end)
        .atZone(local.getZone())
        .toInstant();
  }

  private static List<LocalTime> hours(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    String[] parts = text.strip().split("\\s*-\\s*");
    if (parts.length != 2 || parts[0].equals(parts[1])) {
      throw new IllegalArgumentException("not two times");
    }
    return List.of(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
  }

  private static void need(boolean is, String name, String fault) {
    if (!is) {
      throw new IllegalArgumentException(PREFIX + name + " " + fault);
    }
  }
}
