package org.pabean.web;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param rows what is shown
 * @param number from 1
 * @param more whether another page follows
 */
record Page<T>(List<T> rows, int number, boolean more) {

  /** How many rows a page shows. */
  static final int SIZE = 50;

  /** The page, of rows read from {@link #offset} on, one more than are shown. */
  static <T> Page<T> of(List<T> oneMore, int number) {
    boolean more = oneMore.size() > SIZE;
    return new Page<>(more ? oneMore.subList(0, SIZE) : oneMore, number, more);
  }

  /** The rows of a page out of all of them. */
  static <T> Page<T> cut(List<T> all, int number) {
    int from = Math.min(offset(number), all.size());
    return of(all.subList(from, Math.min(all.size(), from + SIZE + 1)), number);
  }

  /** How many rows come before a page. */
  static int offset(int number) {
    return (Math.max(1, Math.min(number, 1_000_000)) - 1) * SIZE;
  }
}
