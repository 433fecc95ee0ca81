package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pabean.tariff.GoodsQuestion.Answer;

class TariffCheckTests {

  private static final List<Section> SECTIONS = List.of(Section.of("XV", "72-83", "Metal goods"));
  private static final List<Entry> TREE =
      List.of(
          entry("82", "Tools"),
          entry("82.11", "Knives"),
          entry("8211.92", "Fixed knives"),
          entry("8211.93", "Folding knives"));
  private static final List<Entry> LINES =
      List.of(
          entry("8211.92.50", "For farming"),
          entry("8211.92.90", "Not for farming"),
          entry("8211.93.00", "Folding knives"));

  private List<Entry> tree = TREE;
  private List<Entry> lines = LINES;
  private List<Section> sections = SECTIONS;
  private List<GoodsName> names = List.of(name("kitchen knife", "8211.92", 1));
  private List<GoodsQuestion> questions = List.of();
  private List<ExampleListing> examples = List.of();
  private List<LegalNote> notes = List.of();

  @Test
  void nothingIsWrongWithSoundKnowledge() {
    names =
        List.of(
            name("knife", "8211.92", 0.7),
            name("knife", "8211.93", 0.3),
            name("penknife", "8211.93", 1));

    assertThat(TariffCheck.faults(knowledge())).isEmpty();
  }

  @Test
  void counts() {
    names =
        List.of(
            name("kitchen knife", "8211.92", 1),
            name("chef knife", "8211.92", 1),
            new GoodsName("pisau", Code.parse("8211.92"), 1, "id"),
            new GoodsName("dao", Code.parse("8211.92"), 1, "vi"),
            new GoodsName("มีด", Code.parse("8211.92"), 1, "th"),
            new GoodsName("刀", Code.parse("8211.92"), 1, "zh"));
    examples = List.of(example("Knife", "8211.92"));
    KnowledgeCounts counts = KnowledgeCounts.of(knowledge());

    assertThat(counts.sections()).isEqualTo(1);
    assertThat(counts.subheadings()).isEqualTo(2);
    assertThat(counts.ahtnLines()).isEqualTo(3);
    assertThat(counts.dividingLines()).isEqualTo(2);
    assertThat(counts.describedLines()).isEqualTo(2);
    assertThat(counts.terms()).containsEntry("en", 2L).containsEntry("id", 1L);
    assertThat(counts.belowTwoEnglish()).isEqualTo(1);
    assertThat(counts.consumer()).isEqualTo(1);
    assertThat(counts.consumerBelowEightEnglish()).isEqualTo(1);
    assertThat(counts.examples()).containsEntry("en", 1L);
  }

  @Test
  void findsNamesThatLeadNowhereOrTwiceOrTooFar() {
    names =
        List.of(
            name("ghost knife", "8211.99", 1),
            name("knife", "8211.92", 1),
            name("knife", "8211.93", 1),
            name("blade", "8211.92", 0.7),
            name("blade", "8211.93", 0.6),
            name("dagger", "8211.92", 1),
            name("dagger", "8211.92", 1));

    assertFaults(
        "goods en: 'ghost knife' leads to 8211.99, no subheading",
        "goods en: 'knife' stands under 8211.92, 8211.93 without shares",
        "goods en: 'blade' has shares of 1.30 in all, under 8211.92, 8211.93",
        "goods en: 'dagger' stands twice under one code, of 8211.92");
  }

  @Test
  void findsExamplesThatContradictOrRepeat() {
    examples =
        List.of(
            example("Chef knife 20 cm", "8211.92"),
            example("chef knife 20 cm", "8211.93"),
            example("Pen knife", "8211.93"),
            example("Pen Knife", "8211.93"),
            example("Ghost", "8211.99"),
            example(" ", "8211.92"));

    assertFaults(
        "examples en: 'chef knife 20 cm' stands under 8211.92, 8211.93",
        "examples en: 'Pen Knife' stands twice under 8211.93",
        "examples en: 'Ghost' leads to 8211.99, no subheading",
        "examples en: an example under 8211.92 has no title");
  }

  @Test
  void findsNotesThatCiteNoCode() {
    notes =
        List.of(
            new LegalNote(
                "Chapter 82, note 9",
                List.of(Code.parse("82")),
                LegalNote.Kind.EXCLUDES,
                "Swords are arms.",
                List.of("sword"),
                List.of(Code.parse("93.99"))));

    assertFaults("notes: Chapter 82, note 9 cites 93.99, which HS 2022 does not hold");
  }

  @Test
  void findsQuestionsThatSeparateNothing() {
    questions =
        List.of(
            new GoodsQuestion(
                "knife", "Which?", List.of(new Answer("any", Code.parse("8211.99")))));

    assertFaults(
        "questions: 'knife' has fewer than two answers",
        "questions: 'knife' leads to 8211.99, no subheading");
  }

  @Test
  void findsMissingLinesAndWords() {
    lines =
        List.of(
            entry("8211.92.50", ""),
            entry("8211.92.90", "Other than for farming"),
            entry("8211.92.91", "other than for farming"));

    assertFaults(
        "ahtn2022: 8211.92.50 has no description",
        "ahtn2022: 8211.92.91 says the same as a line beside it",
        "ahtn2022: 8211.93 has no line");
  }

  @Test
  void findsHolesInTheTree() {
    tree =
        List.of(
            entry("82", "word ".repeat(41).strip()),
            entry("82.11", "Knives"),
            entry("8211.92", ""),
            entry("8211.93", "Folding knives"),
            entry("82.12", "Razors"),
            entry("8213.00", "Scissors"),
            entry("84", "Machines"));
    lines = List.of(entry("8211.92.00", "Fixed"), entry("8211.93.00", "Folding knives"));

    assertFaults(
        "hs2022: 82 has 41 words, more than 40",
        "hs2022: 84 has nothing below it",
        "hs2022: 82.12 has nothing below it",
        "hs2022: 8211.92 has no description",
        "hs2022: 8213.00 has no heading above it",
        "sections: chapter 84 lies in 0 sections",
        "ahtn2022: 8213.00 has no line");
  }

  @Test
  void theBuiltInTreeNamesAndQuestionsHaveNoFaults() {
    Knowledge builtIn = Knowledge.builtIn();

    assertThat(TariffCheck.faults(builtIn))
        .filteredOn(fault -> List.of("hs2022", "sections", "questions").contains(fault.where()))
        .isEmpty();
    KnowledgeCounts counts = KnowledgeCounts.of(builtIn);
    assertThat(counts.sections()).isEqualTo(21);
    assertThat(counts.dividingLines()).isEqualTo(7885);
    assertThat(counts.notes().values()).allMatch(count -> count > 0);
  }

  private void assertFaults(String... faults) {
    assertThat(TariffCheck.faults(knowledge()))
        .extracting(TariffCheck.Fault::toString)
        .containsExactly(faults);
  }

  private Knowledge knowledge() {
    List<Entry> withLines = new java.util.ArrayList<>(tree);
    withLines.addAll(lines);
    return new Knowledge(
        Nomenclature.of(Edition.HS2022, tree, sections),
        Nomenclature.of(Edition.AHTN2022, withLines, sections),
        names,
        questions,
        examples,
        notes);
  }

  private static Entry entry(String code, String description) {
    return new Entry(Code.parse(code), description, "");
  }

  private static GoodsName name(String name, String code, double share) {
    return new GoodsName(name, Code.parse(code), share, "en");
  }

  private static ExampleListing example(String title, String code) {
    return new ExampleListing(Code.parse(code), title, "", Map.of(), "en");
  }
}
