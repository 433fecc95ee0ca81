package org.pabean.integration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What others can be told of. The slugs stand in receivers' programs for good and never change
 * their meaning.
 */
public enum EventKind {
  /** Goods are held for a person. */
  TASK_CREATED("task.created", "Goods are held: a task was created", EventBody.OfTask.class),
  /** Somebody works on a task. */
  TASK_CLAIMED("task.claimed", "Somebody works on a task", EventBody.OfTask.class),
  /** A task waits again for somebody. */
  TASK_RELEASED(
      "task.released",
      "A task was given back, or its claim ended by itself",
      EventBody.OfTask.class),
  /** A person decided. */
  TASK_DECIDED("task.decided", "A person decided a task", EventBody.OfTask.class),
  /** A decision was withdrawn. */
  TASK_REOPENED(
      "task.reopened",
      "A decision was withdrawn: the goods are held again",
      EventBody.OfTask.class),
  /** The seller was asked. */
  QUESTION_ASKED("question.asked", "The seller was asked about goods", EventBody.OfTask.class),
  /** The seller answered. */
  QUESTION_ANSWERED("question.answered", "The seller answered", EventBody.OfTask.class),
  /** A task is due soon. */
  DEADLINE_REMINDER("deadline.reminder", "A task is due soon", EventBody.OfTask.class),
  /** A task is due soon, and a lead should know. */
  DEADLINE_ESCALATION(
      "deadline.escalation", "A task is due soon, and a lead should know", EventBody.OfTask.class),
  /** A task is overdue. */
  DEADLINE_OVERDUE("deadline.overdue", "A task is overdue", EventBody.OfTask.class),
  /** A shipment was entered. */
  SHIPMENT_ENTERED("shipment.entered", "A shipment was entered", EventBody.OfShipment.class),
  /** A shipment is held. */
  SHIPMENT_HELD(
      "shipment.held", "A shipment is held: a line is not final", EventBody.OfShipment.class),
  /** A shipment can go. */
  SHIPMENT_RELEASED(
      "shipment.released",
      "A shipment can go: its last held line is final",
      EventBody.OfShipment.class),
  /** A document was issued. */
  DOCUMENT_ISSUED("document.issued", "A document was issued", EventBody.OfDocument.class),
  /** A later version took a document's place. */
  DOCUMENT_SUPERSEDED(
      "document.superseded", "A later version took a document's place", EventBody.OfDocument.class),
  /** A rule pack was put in force. */
  RULES_CHANGED("rules.changed", "A rule pack was put in force", EventBody.OfRules.class),
  /** Nothing to a destination is finalised unseen. */
  AUTONOMY_DEMOTED(
      "autonomy.demoted",
      "Nothing to a destination is finalised unseen from now on",
      EventBody.OfAutonomy.class),
  /** The machine finalises again for a destination. */
  AUTONOMY_PROMOTED(
      "autonomy.promoted",
      "The machine may finalise again for a destination",
      EventBody.OfAutonomy.class),
  /** What audits proved was certified. */
  CERTIFICATE_ISSUED(
      "certificate.issued", "What audits proved was certified", EventBody.OfCertificate.class),
  /** An admin tries a webhook out. */
  WEBHOOK_TEST("webhook.test", "An admin tries the webhook out", EventBody.OfTest.class);

  private static final Map<String, EventKind> BY_SLUG =
      Arrays.stream(values()).collect(Collectors.toMap(EventKind::slug, Function.identity()));

  private static final Map<Class<? extends EventBody>, String> PAGES =
      Map.of(
          EventBody.OfTask.class, "/tasks/",
          EventBody.OfShipment.class, "/shipments/",
          EventBody.OfDocument.class, "/shipments/");

  private static final Map<Class<? extends EventBody>, String> PAGES_ALONE =
      Map.of(
          EventBody.OfRules.class, "/rules",
          EventBody.OfAutonomy.class, "/lead/autonomy",
          EventBody.OfCertificate.class, "/lead/autonomy");

  private final String slug;
  private final String words;
  private final Class<? extends EventBody> body;

  EventKind(String slug, String words, Class<? extends EventBody> body) {
    this.slug = slug;
    this.words = words;
    this.body = body;
  }

  /** The name in messages. */
  public String slug() {
    return slug;
  }

  /** The name for people. */
  public String words() {
    return words;
  }

  /** The form of what a message of this kind says besides its head. */
  public Class<? extends EventBody> body() {
    return body;
  }

  /** The page of what a message is about; empty if there is none. */
  String page(Object subject) {
    String page = PAGES.get(body);
    return page == null ? PAGES_ALONE.getOrDefault(body, "") : page + subject;
  }

  /** Those that a webhook can choose. */
  public static List<EventKind> choices() {
    return Arrays.stream(values()).filter(kind -> kind != WEBHOOK_TEST).toList();
  }

  /** The kind of this slug, if this version knows it. */
  public static Optional<EventKind> find(String slug) {
    return Optional.ofNullable(BY_SLUG.get(slug));
  }

  /**
   * The kinds that settings name, or the usual ones if they name none.
   *
   * @throws IllegalArgumentException if one of them cannot be chosen
   */
  static List<EventKind> choose(List<String> slugs, List<EventKind> usual) {
    return slugs.isEmpty() ? usual : choose(slugs);
  }

  /**
   * The kinds of these slugs, in their own order.
   *
   * @throws IllegalArgumentException if there is none, or one that cannot be chosen
   */
  public static List<EventKind> choose(List<String> slugs) {
    List<String> known = choices().stream().map(EventKind::slug).toList();
    for (String slug : slugs) {
      if (!known.contains(slug)) {
        throw new IllegalArgumentException(
            "'%s' is not a kind of event: there are %s".formatted(slug, String.join(", ", known)));
      }
    }
    if (slugs.isEmpty()) {
      throw new IllegalArgumentException(
          "no kind of event was chosen: choose one or more, or every kind");
    }
    return choices().stream().filter(kind -> slugs.contains(kind.slug())).toList();
  }
}
