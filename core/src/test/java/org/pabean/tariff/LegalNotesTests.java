package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegalNotesTests {

  private final LegalNotes notes = LegalNotes.builtIn();
  private final Nomenclature hs = Nomenclature.hs2022();

  @Test
  void everyNoteSpeaksOfCodesThatExist() {
    assertThat(notes.all())
        .hasSizeGreaterThan(1_000)
        .allSatisfy(
            note ->
                assertThat(Stream.concat(note.scope().stream(), note.goesTo().stream()))
                    .as(note.citation())
                    .allMatch(code -> hs.find(code).isPresent()));
  }

  @Test
  void everyNoteIsShortAndCited() {
    assertThat(notes.all())
        .allSatisfy(
            note -> {
              assertThat(note.citation()).isNotBlank();
              assertThat(note.text().split("\\s+")).as(note.citation()).hasSizeBetween(3, 40);
            });
  }

  @Test
  void findsTheNotesThatDecideACode() {
    assertThat(notes.about(Code.parse("8211.92")))
        .extracting(LegalNote::citation)
        .anyMatch(citation -> citation.startsWith("Chapter 82, note 1"));
    assertThat(notes.all())
        .filteredOn(note -> note.scope().isEmpty())
        .extracting(LegalNote::citation)
        .contains("General Rule 1", "General Rule 3(b)", "General Rule 6");
  }
}
