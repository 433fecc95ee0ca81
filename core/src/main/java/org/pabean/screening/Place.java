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

  /** What is wrong with the text as a whole. */
  PackFault fault(String reason) {
    return new PackFault(file, line, column, "", reason);
  }

  /** What is wrong at a sign of the text, its line and column counted from 1. */
  PackFault fault(int lineOfText, int columnOfText, String reason) {
    return verbatim
        ? new PackFault(file, line + lineOfText - 1, column + columnOfText - 1, "", reason)
        : new PackFault(
            file, line, 0, "", "%s (sign %d of the text)".formatted(reason, columnOfText));
  }
}
