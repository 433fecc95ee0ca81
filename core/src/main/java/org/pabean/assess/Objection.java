package org.pabean.assess;

import java.util.Map;
import org.pabean.screening.Effect;
import org.pabean.screening.Finding;

/** What a person says against an item that was final: it holds the item until somebody decides. */
public final class Objection {

  private static final String PACK = "people@1";
  private static final String AUDIT = "audit";

  private Objection() {}

  /**
   * The finding of an audit that found another code.
   *
   * @param found the auditor's code, with dots
   * @param held the code that the machine had made final, with dots
   */
  public static Finding ofAudit(String found, String held, String auditor, String rationale) {
    return finding(
        "audit",
        AUDIT,
        "An audit found another code",
        found,
        "%s, who did not know the machine's code, found %s where the machine had made %s final: %s"
            .formatted(auditor, found, held, rationale));
  }

  /** The finding on goods in the very words of which an audit found another code. */
  public static Finding ofTwin(String found, String held) {
    return finding(
        "audit-twin",
        AUDIT,
        "An audit of the same goods found another code",
        found,
        "An audit of goods in the same words found %s where the machine had made %s final."
            .formatted(found, held));
  }

  /**
   * The finding on goods that were final by a decision which is not in force any more.
   *
   * @param code what had been decided, with dots; empty for a prohibition
   */
  public static Finding ofPrecedent(String code, String reason) {
    return finding(
        "precedent", "precedent", "The decision that it rested on is retired", code, reason);
  }

  /** The finding on goods to a destination for which nothing is finalised unseen. */
  public static Finding ofFullReview(String destination, String reason) {
    return new Finding(
        "full-review",
        "autonomy@1",
        "Everything to this destination is reviewed",
        AUDIT,
        Effect.HOLD,
        "",
        "destination",
        destination,
        "The machine was sure enough, but for now a person looks at everything to %s: %s"
            .formatted(destination, reason),
        "",
        "",
        "none",
        "yes",
        "",
        Map.of());
  }

  /** Whether a person said it: it stays until a person has decided, whatever the machine says. */
  public static boolean isOne(Finding finding) {
    return finding.pack().equals(PACK);
  }

  private static Finding finding(
      String rule, String category, String title, String code, String reason) {
    return new Finding(
        rule,
        PACK,
        title,
        category,
        Effect.HOLD,
        "",
        "code",
        code,
        reason,
        "",
        "",
        "none",
        "yes",
        "",
        Map.of());
  }
}
