package org.pabean.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule pack changes about the one before it, rule by rule.
 *
 * @param rules the rules that differ: those of the pack before in their order, then the new ones
 */
public record PackChange(List<RuleChange> rules) {

  /** Copies the list. */
  public PackChange {
    rules = List.copyOf(rules);
  }

  /** What becomes of a rule. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is no longer there. */
    REMOVED,
    /** Something of it differs. */
    CHANGED
  }

  /**
   * One rule that differs.
   *
   * @param rule its id
   * @param title its title, the newer one if there are two
   * @param kind what becomes of it
   * @param before its text before; empty if it is new
   * @param after its text after; empty if it is gone
   * @param loosens in what way it may let pass what it held; empty if it does not
   */
  public record RuleChange(
      String rule, String title, Kind kind, String before, String after, List<String> loosens) {

    /** Copies the list. */
    public RuleChange {
      loosens = List.copyOf(loosens);
    }
  }

  /** Whether something that was held may pass: a second person must have seen that. */
  public boolean loosens() {
    return rules.stream().anyMatch(rule -> !rule.loosens().isEmpty());
  }

  /**
   * Compares two valid packs.
   *
   * @param before what is live; null if there is no such pack
   * @param after what would replace it; null if nothing would
   */
  public static PackChange between(@Nullable PackText before, @Nullable PackText after) {
    var conditions = new Conditions();
    Map<String, Rule> old = rules(before);
    Map<String, Rule> next = rules(after);
    Map<String, String> oldTexts = before == null ? Map.of() : before.rules();
    Map<String, String> nextTexts = after == null ? Map.of() : after.rules();
    boolean elsewhere =
        before != null
            && after != null
            && !after.pack().destination().equals("*")
            && !after.pack().destination().equals(before.pack().destination());
    List<RuleChange> changes = new ArrayList<>();
    old.forEach(
        (id, rule) -> {
          Rule newer = next.get(id);
          String text = oldTexts.getOrDefault(id, "");
          String newText = nextTexts.getOrDefault(id, "");
          List<String> loosens =
              newer == null ? removed(rule) : loosened(conditions, rule, newer, elsewhere);
          if (newer == null) {
            changes.add(new RuleChange(id, rule.title(), Kind.REMOVED, text, "", loosens));
          } else if (!text.equals(newText) || !loosens.isEmpty()) {
            changes.add(new RuleChange(id, newer.title(), Kind.CHANGED, text, newText, loosens));
          }
        });
    next.forEach(
        (id, rule) -> {
          if (!old.containsKey(id)) {
            String text = nextTexts.getOrDefault(id, "");
            changes.add(new RuleChange(id, rule.title(), Kind.ADDED, "", text, List.of()));
          }
        });
    return new PackChange(changes);
  }

  private static Map<String, Rule> rules(@Nullable PackText text) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    if (text != null) {
      text.pack().rules().forEach(rule -> rules.put(rule.id(), rule));
    }
    return rules;
  }

  private static List<String> removed(Rule rule) {
    return rule.applied().holds() ? List.of("the rule holds items and goes away") : List.of();
  }

  private static List<String> loosened(
      Conditions conditions, Rule old, Rule next, boolean elsewhere) {
    if (!old.applied().holds()) {
      return List.of();
    }
    List<String> loosens = new ArrayList<>();
    if (next.applied().compareTo(old.applied()) < 0) {
      loosens.add("its effect weakens from %s to %s".formatted(old.applied(), next.applied()));
    }
    if (elsewhere) {
      loosens.add("the pack no longer screens where it did");
    }
    if (isEarlier(next.effectiveTo(), old.effectiveTo())) {
      loosens.add("it ends on %s, before it did".formatted(next.effectiveTo()));
    }
    if (isLater(next.effectiveFrom(), old.effectiveFrom())) {
      loosens.add("it begins on %s, after it did".formatted(next.effectiveFrom()));
    }
    if (!conditions.holdsWheneverDid(next.when(), old.when())) {
      loosens.add("its condition may let pass what it held");
    }
    return loosens;
  }

  private static boolean isEarlier(@Nullable LocalDate end, @Nullable LocalDate than) {
    return end != null && !Objects.equals(end, than) && (than == null || end.isBefore(than));
  }

  private static boolean isLater(@Nullable LocalDate start, @Nullable LocalDate than) {
    return start != null && (than == null || start.isAfter(than));
  }
}
