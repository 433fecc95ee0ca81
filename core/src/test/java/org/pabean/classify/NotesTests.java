package org.pabean.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.LegalNote;
import org.pabean.tariff.LegalNotes;

class NotesTests {

  private final Notes notes = new Notes(LegalNotes.builtIn());

  @Test
  void aNoteSpeaksAgainstWhatItExcludes() {
    List<LegalNote> relevant = relevant("Kids sports bag with football print");

    assertThat(Notes.against(relevant, Code.parse("9506.99")))
        .hasValueSatisfying(note -> assertThat(note.citation()).startsWith("Chapter 95, note 1"));
    assertThat(Notes.inFavour(relevant, Code.parse("4202.92"))).isPresent();
  }

  @Test
  void aListingThatNamesNoneOfTheGoodsMakesNoNoteRelevant() {
    assertThat(relevant("qwrtz")).isEmpty();
  }

  private List<LegalNote> relevant(String title) {
    return notes.relevant(ListingTokens.of(Listing.ofTitle(title)));
  }
}
