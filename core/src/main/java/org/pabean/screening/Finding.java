package org.pabean.screening;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One trigger that fired on one listing.
 *
 * @param rule the rule's id
 * @param pack the pack and its version, such as {@code sg@2026-11-22}
 * @param title the rule's title
 * @param category the stable slug of the category, such as {@code blade}
 * @param effect what it does to the item
 * @param status how the goods are controlled, such as {@code permit}; empty for the gate's own
 * @param field where in the listing it fired; {@code code} if a candidate made it fire
 * @param matched the words (or the code) that made it fire
 * @param reason why it is held, in words a seller understands
 * @param authority who controls these goods
 * @param instrument the law
 * @param source where the law was read; {@code none} if it was not
 * @param verified {@code yes}, {@code part} or {@code no}: how far the rule was checked there
 * @param provide what the seller should provide
 * @param ask one question to the seller, by language; empty if there is none
 */
public record Finding(
    String rule,
    String pack,
    String title,
    String category,
    Effect effect,
    String status,
    String field,
    String matched,
    String reason,
    String authority,
    String instrument,
    String source,
    String verified,
    String provide,
    Map<String, String> ask) {

  /** The field of a finding on what the goods cost. */
  static final String PRICE = "price";

  /** Copies the question. */
  public Finding {
    // Findings stored before there were questions are read without one.
    ask = ask == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(ask));
  }

  /** The same finding, for a lead to decide. */
  public Finding blocking() {
    return new Finding(
        rule,
        pack,
        title,
        category,
        Effect.BLOCK,
        status,
        field,
        matched,
        reason,
        authority,
        instrument,
        source,
        verified,
        provide,
        ask);
  }

  /** Whether the item waits for a person because of it. */
  public boolean holds() {
    return effect.holds();
  }

  /**
   * Names rule and version together, as a decision settles them. A finding on a price names the
   * price too: who found one price right has not seen another.
   */
  public String id() {
    String id = pack + "/" + rule;
    return field.equals(PRICE) ? id + "#" + matched : id;
  }
}
