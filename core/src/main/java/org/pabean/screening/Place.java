package org.pabean.screening;

/**
 * Where a text of a file begins, so that a fault inside it can be named by line and column.
 *
 * @param file the file's name
 * @param line its first line, from 1
 * @param column where it begins in that line, from 1
 * @param verbatim whether the text stands in the file letter by letter, line by line; a text that
 *     YAML folded does not
 */
public record Place(String file, int line, int column, boolean verbatim) {

  /** The place of a sign of the text, both counted from 1. */
  String of(int lineOfText, int columnOfText) {
    if (!verbatim) {
      return "%s line %d, column %d of the text".formatted(file, line, columnOfText);
    }
    return "%s line %d, column %d"
        .formatted(file, line + lineOfText - 1, column + columnOfText - 1);
  }

  @Override
  public String toString() {
    return "%s line %d".formatted(file, line);
  }
}
