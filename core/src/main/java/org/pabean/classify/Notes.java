package org.pabean.classify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pabean.classify.ListingTokens.Kind;
import org.pabean.tariff.Code;
import org.pabean.tariff.LegalNote;
import org.pabean.tariff.LegalNotes;
import org.pabean.text.PhraseMatcher;

/** The legal notes that a listing's words make relevant, and what they say of a code. */
final class Notes {

  private final PhraseMatcher<LegalNote> matcher;

  Notes(LegalNotes notes) {
    var builder = new PhraseMatcher.Builder<LegalNote>();
    for (LegalNote note : notes.all()) {
      note.terms().forEach(term -> builder.add(term, note));
    }
    this.matcher = builder.build();
  }

  /** The notes whose goods the listing names in its title, material or kind. */
  List<LegalNote> relevant(ListingTokens tokens) {
    Set<LegalNote> found = new LinkedHashSet<>();
    for (ListingTokens.Field field : tokens.fields()) {
      if (field.kind() != Kind.DESCRIPTION && field.kind() != Kind.OTHER) {
        matcher.find(field.normal()).forEach(hit -> found.add(hit.value()));
      }
    }
    return new ArrayList<>(found);
  }

  /** The note that says the goods do not belong under a code. */
  static Optional<LegalNote> against(List<LegalNote> relevant, Code code) {
    return relevant.stream()
        .filter(note -> note.kind() == LegalNote.Kind.EXCLUDES)
        .filter(note -> note.governs(code) && !note.sendsTo(code))
        .findFirst();
  }

  /** The note that says the goods belong there. */
  static Optional<LegalNote> inFavour(List<LegalNote> relevant, Code code) {
    return relevant.stream().filter(note -> note.sendsTo(code)).findFirst();
  }
}
