package org.pabean.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pabean.classify.Classifier;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.screening.Screener;

class TriggerRunTests {

  private static final LocalDate DATE = LocalDate.of(2026, 11, 25);
  private static final String HEADER = "id\tkind\tto\texpect\tmay\tlang\ttitle\tmore\n";

  @TempDir private Path folder;

  @Test
  void countsWhatIsFoundMissedAndFalse() throws IOException {
    List<TriggerCase> cases =
        read(
            """
            v-1	hit	VN	vape!	battery	en	Disposable vape 5000 puffs
            v-2	hit	VN	vape!	battery	en	Disposable vape 5000 puffs	date=2024-12-31
            k-1	hard	SG	-	-	en	Disposable vape 5000 puffs
            m-1	routine	SG	-	-	en	Mug	Colour=blue; price=3.50 SGD
            k-2	hit	SG	blade	vape	en	Spoon
            """);

    TriggerRun run = TriggerRun.of(new Silent(), Screener.builtIn(), cases);

    assertThat(run.outcomes())
        .extracting(TriggerRun.Outcome::isRight)
        .containsExactly(true, false, false, true, false);
    assertThat(run.outcomes().get(1).missed()).isNotEmpty();
    assertThat(run.outcomes().get(2).falseAlarms()).contains("vape");
    assertThat(run.outcomes().get(4).missed()).containsExactly("blade");
    TriggerRun.Count blade = run.together("blade"::equals);
    assertThat(blade.expected()).isEqualTo(1);
    assertThat(blade.recall().value()).isZero();
    assertThat(run.routineHeld().value()).isZero();
    assertThat(run.prohibitedBlocked().value()).isEqualTo(0.5);
  }

  @Test
  void readsWhatALineSaysOfTheGoods() throws IOException {
    TriggerCase one =
        read("a-1\thit\tTH\tbattery radio\ttoy\tth\tของเล่น\tmaterial=plastic; Age=3+; price=12.50"
                + " USD; weight_g=90; date=2025-12-31\n")
            .get(0);

    assertThat(one.expected()).containsExactlyInAnyOrder("battery", "radio");
    assertThat(one.date()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(one.listing().material()).isEqualTo("plastic");
    assertThat(one.listing().attributes()).containsEntry("Age", "3+");
    assertThat(one.listing().weightGrams()).isEqualTo(90);
    assertThat(one.listing().knownPrice().orElseThrow().currency()).isEqualTo("USD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-1\thit\tTH\tbattery | cells",
        "x-1\tmaybe\tTH\tbattery\t-\ten\tMug\t | MAYBE",
        "x-1\thit\tTH\tbattery\t-\ten\tMug\tcolour red | key=value",
        "x-1\thit\tTH\tbattery\t-\ten\tMug\tdate=soon | soon"
      })
  void namesFileAndLineOfAFault(String line, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("a-1\thit\tTH\tbattery\t-\ten\tMug\t\n" + line))
        .withMessageContaining("cases.tsv line 3")
        .withMessageContaining(named);
  }

  private List<TriggerCase> read(String lines) throws IOException {
    String padded =
        lines
            .lines()
            .map(l -> l.split("\t", -1).length == 7 ? l + "\t\n" : l + "\n")
            .reduce("", String::concat);
    Files.writeString(folder.resolve("cases.tsv"), HEADER + padded);
    return TriggerFile.read(folder, DATE);
  }

  private static final class Silent implements Classifier {

    @Override
    public Ranking classify(Listing listing) {
      return Ranking.unknown();
    }

    @Override
    public String version() {
      return "silent";
    }
  }
}
