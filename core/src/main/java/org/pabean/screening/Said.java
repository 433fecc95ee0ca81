package org.pabean.screening;

/**
 * A phrase that the listing says and means.
 *
 * @param list the list it belongs to
 * @param field where it stands
 * @param matched the words as they stand there, normalised
 * @param phrase what they were read as
 * @param disguised whether they were made to look like something else
 */
record Said(String list, String field, String matched, String phrase, boolean disguised) {

  /** What made a rule fire that is no phrase. */
  static Said other(String field, String matched) {
    return new Said("", field, matched, matched, false);
  }
}
