package org.pabean.record;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of events. Their slugs stand in the record for good and never change their meaning. */
public enum Kind {
  /** A listing came in. */
  RECEIVED("item.received", "Received"),
  /** The machine assessed it. */
  ASSESSED("item.assessed", "Assessed"),
  /** An earlier decision on the same goods settled it. */
  SETTLED_BY_PRECEDENT("item.settled", "Settled by precedent"),
  /** Its code is in force. */
  FINALISED("item.final", "Final"),
  /** It may not be imported. */
  PROHIBITED("item.prohibited", "Prohibited"),
  /** It was held and a task opened, or the open task got a newer assessment. */
  HELD("task.held", "Held"),
  /** Somebody works on the task. */
  CLAIMED("task.claimed", "Claimed"),
  /** It was given back. */
  RELEASED("task.released", "Released"),
  /** A claim ended by itself. */
  LAPSED("task.lapsed", "Claim lapsed"),
  /** A lead gave the task to somebody. */
  ASSIGNED("task.assigned", "Assigned"),
  /** The seller was asked about the goods. */
  ASKED("question.asked", "Seller asked"),
  /** The seller has answered. */
  ANSWERED("question.answered", "Seller answered"),
  /** A person answered. */
  DECIDED("task.decided", "Decided"),
  /** A decision was withdrawn. */
  REVERSED("task.reversed", "Decision withdrawn"),
  /** A newer listing of the goods left nothing to decide. */
  RELISTED("task.relisted", "Closed by a newer listing"),
  /** The due time comes near. */
  REMINDED("deadline.reminder", "Reminder"),
  /** A lead is told that the due time comes near. */
  ESCALATED("deadline.escalation", "Lead told"),
  /** The due time has passed. */
  OVERDUE("deadline.overdue", "Overdue"),
  /** A working calendar was changed. */
  CALENDAR_CHANGED("calendar.changed", "Calendar changed"),
  /** A final item was drawn for a blind audit. */
  DRAWN("audit.drawn", "Drawn for audit"),
  /** An auditor, who did not know the machine's code, gave one. */
  AUDITED("audit.answered", "Audited"),
  /** A decision was made reusable. */
  PRECEDENT_MADE("precedent.made", "Precedent made"),
  /** What a decision taught is out of force: it was withdrawn. */
  PRECEDENT_FORGOTTEN("precedent.forgotten", "Precedent withdrawn"),
  /** A lead retired what a decision taught. */
  PRECEDENT_RETIRED("precedent.retired", "Precedent retired"),
  /** A lead set the last day on which a precedent is used. */
  PRECEDENT_LIMITED("precedent.limited", "Last day of a precedent set"),
  /** A lead said that two precedents that seem to contradict each other both stand. */
  CONFLICT_SETTLED("precedent.conflict-settled", "Both precedents stand"),
  /** A shipment was entered. */
  SHIPPED("shipment.entered", "In a shipment"),
  /** Another record took the place of a shipment's. */
  SHIPMENT_AMENDED("shipment.amended", "Shipment amended"),
  /** A document was issued. */
  DOCUMENT_ISSUED("document.issued", "Document issued"),
  /** A later version took a document's place. */
  DOCUMENT_SUPERSEDED("document.superseded", "Document superseded"),
  /** A webhook took an event. */
  WEBHOOK_TOLD("webhook.told", "Webhook told"),
  /** A webhook could not be told. */
  WEBHOOK_FAILED("webhook.failed", "Webhook not told"),
  /** Edition, model, rule packs or threshold are others than before. */
  VERSIONS_CHANGED("versions.changed", "Versions changed"),
  /** Nothing to a destination is finalised unseen, or again what the machine is sure of. */
  FULL_REVIEW("review.full", "Everything reviewed, or no longer"),
  /** What audits proved was certified. */
  CERTIFIED("certificate.issued", "Certificate issued"),
  /** Somebody put a change of a rule pack forward. */
  PACK_PROPOSED("pack.proposed", "Rule change put forward"),
  /** A rule pack was put in force. */
  PACK_LIVE("pack.live", "Rules changed"),
  /** A change of a rule pack was refused, or taken back. */
  PACK_REFUSED("pack.refused", "Rule change refused"),
  /** Webhooks may reach a host that is not on the public internet, or no longer. */
  HOST_ALLOWED("host.allowed", "Host allowed, or no longer"),
  /** A person logged in at the pages. */
  LOGGED_IN("person.logged-in", "Logged in"),
  /** An account was made, closed, opened, or got another role, password or token. */
  ACCOUNT_CHANGED("person.changed", "Account changed");

  private static final Map<String, Kind> BY_SLUG =
      Arrays.stream(values()).collect(Collectors.toMap(Kind::slug, Function.identity()));

  private final String slug;
  private final String words;

  Kind(String slug, String words) {
    this.slug = slug;
    this.words = words;
  }

  /** The name in the record. */
  public String slug() {
    return slug;
  }

  /** The name for people. */
  public String words() {
    return words;
  }

  /** The kind of this slug, if this version knows it. */
  public static Optional<Kind> find(String slug) {
    return Optional.ofNullable(BY_SLUG.get(slug));
  }
}
