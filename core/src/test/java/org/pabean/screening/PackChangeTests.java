package org.pabean.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pabean.screening.PackChange.Kind;
import org.pabean.screening.PackChange.RuleChange;

class PackChangeTests {

  private static final String HEAD =
      """
      pack: test
      version: "1"
      destination: SG
      title: Test
      rules:
      """;
  private static final String RULE =
      """
        - id: X-1
          title: Knives
          category: blade
          effect: hold
          authority: nobody
          instrument: none
          verified: "no"
          effective_from: 2025-01-01
          effective_to: 2027-12-31
          last_checked: 2026-11-22
          reason: because
          when: "'blade' in item.said && item.origin != 'SG' || '8211' in item.codes"
          examples:
            fires: [{title: "Spoon", codes: ["8211.92"]}]
            quiet: [{title: "Mug"}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "effect: hold ~ effect: note ~ its effect weakens from HOLD to NOTE",
        "effect: hold ~ effect: hold¶shadow: true ~ its effect weakens from HOLD to SHADOW",
        "effective_to: 2027-12-31 ~ effective_to: 2027-12-30 ~ it ends on 2027-12-30",
        "effective_from: 2025-01-01 ~ effective_from: 2025-01-02 ~ it begins on 2025-01-02",
        "&& item.origin != 'SG' ~ && item.origin != 'MY' ~ its condition may let pass",
        "&& item.origin != 'SG' ~ && item.origin != 'SG' && item.value > 5.0 ~ may let pass",
        "|| '8211' in item.codes ~ || '821192' in item.codes ~ may let pass",
        "item.origin != 'SG' || ~ item.origin != 'SG' && ~ may let pass"
      })
  void whatHoldsLessIsLooser(String line, String instead, String how) {
    PackChange change =
        PackChange.between(text(RULE), text(RULE.replace(line, instead.replace("¶", "\n    "))));

    assertThat(change.loosens()).isTrue();
    assertThat(change.rules().get(0).kind()).isEqualTo(Kind.CHANGED);
    assertThat(change.rules().get(0).loosens()).singleElement().asString().contains(how);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "effect: hold ~ effect: block",
        "effective_to: 2027-12-31 ~ effective_to: 2028-12-31",
        "effective_to: 2027-12-31 ~ -",
        "effective_from: 2025-01-01 ~ effective_from: 2024-01-01",
        "reason: because ~ reason: for a better reason",
        "&& item.origin != 'SG' ~ -",
        "|| '8211' in item.codes ~ || '8211' in item.codes || '8214' in item.codes",
        "'blade' in item.said && item.origin != 'SG' ~ item.origin != 'SG'  &&  'blade' in"
            + " item.said"
      })
  void whatHoldsMoreIsNot(String line, String instead) {
    String to = instead.equals("-") ? "" : instead;
    PackChange change = PackChange.between(text(RULE), text(RULE.replace(line, to)));

    assertThat(change.loosens()).as(change.toString()).isFalse();
    assertThat(change.rules()).hasSize(1);
  }

  @Test
  void aRuleThatGoesAwayIsLooserUnlessItHeldNothing() {
    String other = RULE.replace("X-1", "X-2");
    RuleChange gone = PackChange.between(text(RULE + other), text(other)).rules().get(0);
    assertThat(gone.kind()).isEqualTo(Kind.REMOVED);
    assertThat(gone.loosens()).isNotEmpty();
    assertThat(gone.before())
        .startsWith("id: X-1\ntitle: Knives")
        .endsWith("quiet: [{title: \"Mug\"}]");

    String note = RULE.replace("effect: hold", "effect: note");
    assertThat(PackChange.between(text(note + other), text(other)).loosens()).isFalse();
    String trial = RULE.replace("effect: hold", "effect: block\n    shadow: true");
    assertThat(PackChange.between(text(trial + other), text(other)).loosens()).isFalse();
    assertThat(PackChange.between(text(trial), text(RULE)).loosens()).isFalse();
    assertThat(PackChange.between(text(RULE), null).loosens()).isTrue();
  }

  @Test
  void aRuleUnderAnotherNameIsOneThatGoesAway() {
    PackChange change = PackChange.between(text(RULE), text(RULE.replace("X-1", "X-9")));

    assertThat(change.loosens()).isTrue();
    assertThat(change.rules())
        .extracting(RuleChange::kind)
        .containsExactly(Kind.REMOVED, Kind.ADDED);
  }

  @Test
  void aPackThatMovesElsewhereNoLongerHoldsHere() {
    PackText moved = new PackText("new.yaml", (HEAD + RULE).replace("SG\n", "VN\n"));
    PackText everywhere = new PackText("new.yaml", (HEAD + RULE).replace("SG\n", "\"*\"\n"));

    assertThat(PackChange.between(text(RULE), moved).loosens()).isTrue();
    assertThat(PackChange.between(text(RULE), everywhere).loosens()).isFalse();
  }

  @Test
  void whatStandsBetweenRulesAndHowTheyAreSetChangesNothing() {
    String other = RULE.replace("X-1", "X-2");
    String spaced = "\n  # knives\n\n" + RULE + "\n# more\n  # of it\n" + other + "\n";

    assertThat(PackChange.between(text(RULE + other), text(spaced)).rules()).isEmpty();
    assertThat(PackChange.between(null, text(RULE)).rules())
        .extracting(RuleChange::kind)
        .isEqualTo(List.of(Kind.ADDED));
  }

  private static PackText text(String rules) {
    return new PackText("test.yaml", HEAD + rules);
  }
}
