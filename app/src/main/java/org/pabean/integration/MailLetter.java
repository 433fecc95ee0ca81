package org.pabean.integration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * An event, or several, as a person reads it in a mail program.
 *
 * @param subject one line
 * @param parts what there is to say, one part for each event
 */
record MailLetter(String subject, List<Part> parts) {

  private static final int LONGEST_TITLE = 80;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm z", Locale.ENGLISH);

  /**
   * One event.
   *
   * @param heading what happened
   * @param lines details
   * @param link where to go
   */
  record Part(String heading, List<String> lines, String link) {}

  /** The letter of one event. */
  static MailLetter of(JsonNode event, String desk, ZoneId zone) {
    Part part = part(event, desk, zone);
    return new MailLetter(part.heading, List.of(part));
  }

  /** One letter of many events, in their order. */
  static MailLetter digest(List<JsonNode> events, String desk, ZoneId zone) {
    return new MailLetter(
        "%d events at the customs desk".formatted(events.size()),
        events.stream().map(event -> part(event, desk, zone)).toList());
  }

  String text() {
    var text = new StringBuilder();
    for (Part part : parts) {
      text.append(part.heading).append("\n\n");
      part.lines.forEach(line -> text.append(line).append('\n'));
      text.append(part.link).append("\n\n");
    }
    return text.append("--\nPabean. What is held waits until a person decides at the desk.\n")
        .toString();
  }

  String html() {
    var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.append("<title>").append(HtmlUtils.htmlEscape(subject, "UTF-8")).append("</title></head>");
    html.append("<body style=\"font:15px/22px sans-serif;color:#1b1f24;max-width:40em\">");
    for (Part part : parts) {
      html.append("<h2 style=\"font-size:17px;margin:20px 0 6px\">");
      html.append(HtmlUtils.htmlEscape(part.heading, "UTF-8")).append("</h2>");
      for (String line : part.lines) {
        html.append("<p style=\"margin:2px 0\">");
        html.append(HtmlUtils.htmlEscape(line, "UTF-8")).append("</p>");
      }
      html.append("<p style=\"margin:8px 0\"><a href=\"");
      html.append(HtmlUtils.htmlEscape(part.link, "UTF-8"))
          .append("\">Open it at the desk</a></p>");
    }
    return html.append("<p style=\"color:#57606a;font-size:13px;margin-top:24px\">")
        .append("Pabean. What is held waits until a person decides at the desk.</p></body></html>")
        .toString();
  }

  private static Part part(JsonNode event, String desk, ZoneId zone) {
    EventKind kind = EventKind.find(event.at("/type").asString("")).orElseThrow();
    List<String> lines = new ArrayList<>();
    String about = kind.words();
    String title = plain(event.at("/item/title").asString(""));
    if (!title.isEmpty()) {
      about = "%s: %s (%s)".formatted(shortWords(kind), title, text(event, "/item/destination"));
      add(lines, "SKU ", text(event, "/item/sku"));
      for (String reason : texts(event.at("/item/reasons"))) {
        add(lines, "Why: ", reason);
      }
    }
    String shipment = text(event, "/shipment/reference");
    if (!shipment.isEmpty()) {
      about =
          "%s: %s to %s".formatted(kind.words(), shipment, text(event, "/shipment/destination"));
      List<String> waiting = texts(event.at("/shipment/waitingLines"));
      add(lines, "Lines that wait: ", String.join(", ", waiting));
    }
    add(lines, "The seller was asked: ", text(event, "/question/text"));
    add(lines, "The seller said: ", text(event, "/question/answer"));
    add(lines, "Works on it: ", text(event, "/claim/by"));
    add(lines, "Decision: ", verdict(event));
    add(lines, "Because: ", text(event, "/decision/rationale"));
    add(lines, "Decided by ", text(event, "/decision/by"));
    add(lines, "Document ", text(event, "/document/number"));
    add(lines, "Rule pack ", text(event, "/rules/pack"));
    add(lines, "Destination ", text(event, "/autonomy/destination"));
    add(lines, "Because: ", text(event, "/autonomy/reason") + text(event, "/rules/why"));
    add(lines, "", text(event, "/certificate/statement"));
    add(lines, "Due ", event.at("/decision").isMissingNode() ? due(event, zone) : "");
    return new Part(about, lines, desk + kind.page(subject(event)));
  }

  private static String subject(JsonNode event) {
    String task = text(event, "/task/id");
    return task.isEmpty()
        ? text(event, "/shipment/id") + text(event, "/document/shipmentId")
        : task;
  }

  /** A subject line is read at a glance. */
  private static String shortWords(EventKind kind) {
    return switch (kind) {
      case TASK_CREATED -> "Held";
      case TASK_CLAIMED -> "Claimed";
      case TASK_RELEASED -> "Free again";
      case TASK_DECIDED -> "Decided";
      case TASK_REOPENED -> "Held again";
      case QUESTION_ASKED -> "Seller asked";
      case QUESTION_ANSWERED -> "Seller answered";
      case DEADLINE_REMINDER, DEADLINE_ESCALATION -> "Due soon";
      case DEADLINE_OVERDUE -> "Overdue";
      default -> kind.words();
    };
  }

  private static String verdict(JsonNode event) {
    String verdict = text(event, "/decision/verdict").toLowerCase(Locale.ROOT);
    String code = text(event, "/decision/code");
    return code.isEmpty() ? verdict : verdict + " " + code;
  }

  private static String due(JsonNode event, ZoneId zone) {
    String due = text(event, "/task/dueAt");
    return due.isEmpty() ? "" : TIME.format(Instant.parse(due).atZone(zone));
  }

  private static void add(List<String> lines, String label, String value) {
    if (!value.isBlank()) {
      lines.add(label + value);
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> clean(node.asString("")))
        .toList();
  }

  private static String text(JsonNode event, String path) {
    JsonNode node = event.at(path);
    return node.isNull() ? "" : clean(node.asString(""));
  }

  private static String plain(String title) {
    String text = clean(title);
    return text.codePointCount(0, text.length()) <= LONGEST_TITLE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  /** Goods are described by strangers: a line of theirs begins no header and no new line. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
        .strip();
  }
}
