package org.pabean.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.classify.Labelled;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;

class EvaluationTests {

  @Test
  void theIntervalOfAShareIsWilsons() {
    Interval interval = Interval.of(90, 100);

    assertThat(interval.value()).isEqualTo(0.9);
    assertThat(interval.low()).isCloseTo(0.8256, within(5e-4));
    assertThat(interval.high()).isCloseTo(0.9448, within(5e-4));
    assertThat(Interval.of(0, 0).high()).isEqualTo(1);
  }

  @Test
  void countsRightAnswersAndCalibration() {
    List<Labelled> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      // The classifier says 8211.92 at 80 %; it is right for 80 of 100.
      rows.add(row("goods " + i, i < 80 ? "8211.92" : i < 90 ? "8211.91" : "7323.93"));
    }
    Evaluation evaluation = Evaluation.run(always("8211.92", 0.8), rows).evaluation();

    assertThat(evaluation.rightAt(6).value()).isEqualTo(0.8);
    assertThat(evaluation.rightAt(4).value()).isEqualTo(0.9);
    assertThat(evaluation.rightAt(2).value()).isEqualTo(0.9);
    assertThat(evaluation.n()).isEqualTo(100);
    assertThat(evaluation.coverageAtError()).containsEntry("0.01", 0.8);
  }

  @Test
  void anAcceptedCodeCountsAsRight() {
    Labelled row =
        new Labelled(
            Listing.ofTitle("mug"), Code.parse("6911.10"), Set.of(Code.parse("6912.00")), "test");

    assertThat(Evaluation.run(always("6912.00", 0.9), List.of(row)).evaluation().rightAt(6).value())
        .isEqualTo(1);
  }

  @Test
  void aListingWithoutAnAnswerCountsAsWrong() {
    Classifier silent =
        new Classifier() {
          @Override
          public Ranking classify(Listing listing) {
            return Ranking.unknown();
          }

          @Override
          public String version() {
            return "silent";
          }
        };

    assertThat(
            Evaluation.run(silent, List.of(row("mug", "6912.00"))).evaluation().rightAt(2).value())
        .isZero();
  }

  @Test
  void namesTheLineOfARowThatIsNotLabelled(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("x.jsonl"),
            "{\"text\":\"mug\",\"hs6\":\"691200\"}\n{\"text\":\"mug\"}\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledFile.read(file, 10))
        .withMessageContaining("line 2");
  }

  @Test
  void readsCodesFromATableAndKeepsThemOutOfTheGoods(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("x.csv"), "title,HS Code,colour\nmug,6912.00,blue\nknife,8211.92,\n");

    List<Labelled> rows = LabelledFile.read(file, 10);

    assertThat(rows)
        .extracting(Labelled::code)
        .containsExactly(Code.parse("6912.00"), Code.parse("8211.92"));
    assertThat(rows.get(0).listing().attributes()).containsOnlyKeys("colour");
  }

  @Test
  void namesTheLineOfATableThatHasNoCode(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("x.csv"), "title,hs6\nmug,691200\nknife,\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledFile.read(file, 10))
        .withMessageContaining("line 3");
  }

  @Test
  void writesCurvesAndTheSurestMistakes(@TempDir Path directory) throws Exception {
    List<Labelled> rows = List.of(row("mug <b>", "6912.00"), row("knife", "8211.92"));

    new EvaluationReport(Evaluation.run(always("8211.92", 0.8), rows), "Two rows").write(directory);

    assertThat(directory.resolve("report.html")).content().contains("<svg", "Two rows", "ECE");
    assertThat(directory.resolve("mistakes.csv"))
        .content()
        .contains("0.800,8211.92,6912.00,,mug <b>")
        .doesNotContain("knife");
  }

  private static Labelled row(String title, String code) {
    return new Labelled(Listing.ofTitle(title), Code.parse(code), Set.of(), "test");
  }

  private static Classifier always(String code, double confidence) {
    return new Classifier() {
      @Override
      public Ranking classify(Listing listing) {
        return new Ranking(List.of(new Candidate(Code.parse(code), confidence, List.of())), null);
      }

      @Override
      public String version() {
        return "always";
      }
    };
  }
}
