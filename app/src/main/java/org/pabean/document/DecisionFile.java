package org.pabean.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an auditor asks of one item: what came in, what the machine said and why, what
 * people decided and why, what rests on it, and the events that prove it. Fields are only ever
 * added.
 *
 * @param form of this file, and its version
 * @param drawnUpAt when it was drawn up
 * @param recordHead the end of the record then, such as {@code 1234:…}; null before the first seal
 * @param subject the item as it stands
 * @param received each listing that came in for it, the first first
 * @param assessments all that the machine said, the first first; the last is in force
 * @param decisions what persons said, the first first
 * @param precedents decisions that were relied on, and those that were made of it
 * @param documents those of the shipments it travels in
 * @param people who had a hand in it
 * @param events all that the record has of it, in their order
 */
public record DecisionFile(
    String form,
    Instant drawnUpAt,
    @Nullable String recordHead,
    Subject subject,
    List<Received> received,
    List<Assessed> assessments,
    List<Decided> decisions,
    List<Relied> precedents,
    List<Paper> documents,
    List<Person> people,
    List<Entry> events) {

  /** The assessment in force. */
  public Assessed inForce() {
    return assessments.get(assessments.size() - 1);
  }

  /**
   * The item as it stands.
   *
   * @param description what the code covers, in our words
   */
  public record Subject(
      UUID itemId,
      String sku,
      String title,
      String destination,
      String state,
      @Nullable String code,
      @Nullable String codeDotted,
      String description,
      long version,
      Instant changedAt) {}

  /**
   * A listing as it came in.
   *
   * @param asReceived whether the record has it; else it is the one kept with the product
   * @param listing the goods as they were described
   */
  public record Received(
      @Nullable Instant at, String by, boolean asReceived, Map<String, Object> listing) {}

  /**
   * What the machine said.
   *
   * @param inRecord whether what is kept has the hash that the record has; null if the record is
   *     younger
   * @param notes the legal notes that were cited
   * @param versions edition, model, rule packs and threshold that were used
   */
  public record Assessed(
      UUID id,
      Instant at,
      LocalDate asOf,
      String lane,
      @Nullable String code,
      double confidence,
      String sha256,
      @Nullable Boolean inRecord,
      List<Reading> candidates,
      List<Fired> findings,
      List<String> notes,
      @Nullable String question,
      Map<String, String> versions) {}

  /**
   * A code that the goods may have.
   *
   * @param taken whether it is the code in force
   * @param why why it was taken, or was not
   */
  public record Reading(
      String code,
      String codeDotted,
      String description,
      double confidence,
      boolean taken,
      String why,
      List<String> speaksFor,
      List<String> speaksAgainst) {}

  /**
   * A trigger that fired.
   *
   * @param verified {@code yes}, {@code part} or {@code no}: how far the rule was checked at its
   *     source
   * @param settled whether an earlier decision had answered it
   */
  public record Fired(
      String rule,
      String pack,
      String title,
      String category,
      String effect,
      String field,
      String matched,
      String reason,
      String authority,
      String law,
      String source,
      String verified,
      boolean settled) {}

  /**
   * A person's answer.
   *
   * @param withdrawnAt when it was taken back; null if it stands
   * @param withdrawnBy who took it back; null if it stands
   */
  public record Decided(
      UUID id,
      Instant at,
      String by,
      String role,
      String verdict,
      @Nullable String code,
      @Nullable String codeDotted,
      String rationale,
      String legalBasis,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawnBy) {}

  /**
   * A precedent.
   *
   * @param how {@code relied-on}, {@code made}, or {@code withdrawn}: made by a decision that was
   *     taken back
   */
  public record Relied(
      String id,
      String how,
      @Nullable String codeDotted,
      String decidedBy,
      String decidedOn,
      String rationale,
      String legalBasis) {}

  /** A document of a shipment that the item travels in. */
  public record Paper(
      UUID id,
      String kind,
      String number,
      int version,
      String shipment,
      String issuedBy,
      Instant issuedAt,
      String sha256) {}

  /** Somebody who had a hand in it. */
  public record Person(String name, String role) {}

  /**
   * An event of the record.
   *
   * @param seq place in the chain; null until it is sealed, within about a second
   * @param what the kind in words
   * @param hash of the chain up to here; null until it is sealed
   */
  public record Entry(
      @Nullable Long seq,
      Instant at,
      String by,
      String role,
      String kind,
      String what,
      Map<String, Object> content,
      @Nullable String hash) {}
}
