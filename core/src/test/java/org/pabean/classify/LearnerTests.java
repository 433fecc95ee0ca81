package org.pabean.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pabean.classify.Learner.Learned;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;

class LearnerTests {

  private static final Nomenclature HS = Nomenclature.hs2022();
  private static final Learner LEARNER = new Learner(HS);

  @Test
  void aSellersOwnWordsAreKnownAfterwards(@TempDir Path folder) throws IOException {
    Listing own = Listing.ofTitle("Zibblewock deluxe blue");
    Path file = folder.resolve("own.model");
    LEARNER.learn(history(), "own").model().write(file);

    JointClassifier learned = JointClassifier.with(HS, Model.read(file));

    assertThat(JointClassifier.builtIn(HS).classify(own).first())
        .as("nothing known before")
        .satisfies(
            first ->
                assertThat(first.map(c -> c.code().dotted()).orElse("")).isNotEqualTo("9617.00"));
    Candidate first = learned.classify(own).first().orElseThrow();
    assertThat(first.code()).isEqualTo(Code.parse("9617.00"));
    assertThat(first.evidence())
        .anyMatch(e -> e.kind() == Evidence.Kind.NEAREST && e.text().startsWith("Zibblewock"));
    assertThat(learned.version()).isEqualTo("own");
  }

  @Test
  void theSameHistoryGivesTheSameFile(@TempDir Path folder) throws IOException {
    LEARNER.learn(history(), "own").model().write(folder.resolve("one"));
    LEARNER.learn(history(), "own").model().write(folder.resolve("other"));

    assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("other"));
  }

  @Test
  void contradictionsAndUnknownCodesAreReported() {
    List<Labelled> rows = new ArrayList<>(history());
    rows.add(row("Plumbus", "8211.92"));
    rows.add(row("Plumbus", "6912.00"));
    rows.add(row("Smartphones and others of old", "8517.12"));
    rows.add(row("No goods", "9999.99"));
    rows.add(row("Dolomite ramming mix", "2518.30"));

    Learned learned = LEARNER.learn(rows, "own");

    assertThat(learned.setAside()).as("split, and unknown").hasSize(2);
    assertThat(learned.carried()).as("2518.30 is 3816.00 now").isEqualTo(1);
    assertThat(learned.contradictions())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.title()).isEqualTo("Plumbus");
              assertThat(c.codes()).hasSize(2);
            });
  }

  @Test
  void tooLittleIsRefusedWithANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LEARNER.learn(history().subList(0, 5), "own"))
        .withMessageContaining("at least 50");
  }

  @Test
  void anotherProgramsModelIsRefused(@TempDir Path folder) throws IOException {
    Model own = LEARNER.learn(history(), "own").model();
    Model foreign =
        new Model("own", "another", own.linear(), own.ranker(), own.calibration(), own.rows());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JointClassifier.with(HS, foreign))
        .withMessageContaining("learn it again");
    Path text = Files.writeString(folder.resolve("x.txt"), "no model");
    assertThatIOException().isThrownBy(() -> Model.read(text));
  }

  private static List<Labelled> history() {
    List<Labelled> rows = new ArrayList<>();
    List<String> colours = List.of("red", "blue", "green", "black", "white");
    for (String colour : colours) {
      for (int litres = 1; litres <= 6; litres++) {
        rows.add(row("Zibblewock %s %d L".formatted(colour, litres), "9617.00"));
        rows.add(row("Glorptang %s size %d".formatted(colour, litres), "4202.92"));
      }
    }
    return rows;
  }

  private static Labelled row(String title, String code) {
    return new Labelled(Listing.ofTitle(title), Code.parse(code), Set.of(), "test");
  }
}
