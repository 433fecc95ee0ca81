package org.pabean.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pabean.classify.Candidate;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;

class RuleIndexTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Screener SCREENER = Screener.builtIn();

  /**
   * Every example of every pack, with its own codes and with codes drawn, for every destination.
   */
  @Test
  void neverChangesWhatIsFound() {
    var random = new Random(26);
    List<Code> codes =
        Nomenclature.hs2022().atLevel(6).stream().map(entry -> entry.code()).toList();
    for (RulePack pack : SCREENER.packs()) {
      for (Rule rule : pack.rules()) {
        List<Rule.Example> examples = new ArrayList<>(rule.fires());
        examples.addAll(rule.quiet());
        for (Rule.Example example : examples) {
          compare(example.listing(), ExampleRanking.of(example.codes()), pack.destination());
          compare(example.listing(), drawn(codes, random), pack.destination());
        }
      }
    }
  }

  @Test
  void leavesFewRulesThatAreAlwaysAsked() {
    for (String destination : List.of("SG", "MY", "TH", "VN", "ID", "PH")) {
      RuleIndex index = SCREENER.index(destination);
      assertThat(index.always()).as(destination).isLessThan(index.rules().size() / 4);
    }
  }

  @Test
  void readsTheChaptersThatAnExpressionAllows() {
    assertThat(CodePrefixes.chapters("^(8517|851[48])")).isEqualTo(Set.of("85"));
    assertThat(CodePrefixes.chapters("^6[0-2]")).isEqualTo(Set.of("60", "61", "62"));
    assertThat(CodePrefixes.chapters("^(0[1-3]|16)")).isEqualTo(Set.of("01", "02", "03", "16"));
    assertThat(CodePrefixes.chapters("^1")).isNull();
    assertThat(CodePrefixes.chapters("85")).isNull();
    assertThat(CodePrefixes.chapters("^85?17")).isNull();
    assertThat(CodePrefixes.chapters("^(85")).isNull();
    assertThat(CodePrefixes.chapters("^(|85)")).isNull();
  }

  private static void compare(Listing listing, Ranking ranking, String destination) {
    Reading reading = SCREENER.read(listing, ranking, SellerHistory.NONE);
    assertThat(SCREENER.screen(reading, destination, TODAY))
        .as("%s to %s with %s", listing.title(), destination, ranking.first())
        .isEqualTo(SCREENER.screenWithoutIndex(reading, destination, TODAY));
  }

  private static Ranking drawn(List<Code> codes, Random random) {
    double first = 0.3 + 0.7 * random.nextDouble();
    Code code = codes.get(random.nextInt(codes.size()));
    Code other = codes.get(random.nextInt(codes.size()));
    return new Ranking(
        List.of(
            new Candidate(code, first, List.of()),
            new Candidate(other, (1 - first) * random.nextDouble(), List.of())),
        null);
  }
}
