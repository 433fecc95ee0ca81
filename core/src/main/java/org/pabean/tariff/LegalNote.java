package org.pabean.tariff;

import java.util.List;

/**
 * One clause of a legal note, General Rule or heading text that decides where goods belong, in our
 * own words.
 *
 * @param citation as an officer quotes it, such as {@code Chapter 95, note 1(d)}
 * @param scope the codes it governs; empty if it governs all
 * @param kind what it does
 * @param text what it says, at most 40 words
 * @param terms words of listings that make it relevant; empty if none alone does
 * @param goesTo where the goods named belong; empty if that depends
 */
public record LegalNote(
    String citation,
    List<Code> scope,
    Kind kind,
    String text,
    List<String> terms,
    List<Code> goesTo) {

  /** Copies the lists. */
  public LegalNote {
    scope = List.copyOf(scope);
    terms = List.copyOf(terms);
    goesTo = List.copyOf(goesTo);
  }

  /** What a note does. */
  public enum Kind {
    /** The goods named do not belong in its scope. */
    EXCLUDES,
    /** The goods named belong in its scope, even if one might think otherwise. */
    INCLUDES,
    /** It says what an expression means. */
    DEFINES,
    /** It says which of several headings wins, or how to find out. */
    DECIDES
  }

  /** Whether it governs a code. */
  public boolean governs(Code code) {
    return scope.isEmpty() || scope.stream().anyMatch(code::isWithin);
  }

  /** Whether it sends the goods named to a code. */
  public boolean sendsTo(Code code) {
    return goesTo.stream().anyMatch(code::isWithin);
  }

  /** The note as one sentence with its citation before it. */
  public String quoted() {
    return citation + ": " + text;
  }
}
