package org.pabean.tariff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the 21 sections that chapters are gathered in, in our own words.
 *
 * @param number as officers write it: {@code XVI}
 * @param firstChapter the first of its chapters
 * @param lastChapter the last of its chapters
 * @param description what it covers
 */
public record Section(String number, Code firstChapter, Code lastChapter, String description) {

  private static final Pattern CHAPTERS = Pattern.compile("(\\d{2})(?:-(\\d{2}))?");

  /** Checks that the chapters are chapters, in order. */
  public Section {
    if (firstChapter.level() != 2
        || lastChapter.level() != 2
        || firstChapter.compareTo(lastChapter) > 0) {
      throw new IllegalArgumentException(
          "section %s: '%s-%s' are no chapters in order"
              .formatted(number, firstChapter, lastChapter));
    }
  }

  /** Reads chapters as the data write them: {@code 84-85}, or {@code 15} where it is one. */
  static Section of(String number, String chapters, String description) {
    Matcher matcher = CHAPTERS.matcher(chapters);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "section %s: '%s' are no chapters, write 84-85".formatted(number, chapters));
    }
    String last = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
    return new Section(number, new Code(matcher.group(1)), new Code(last), description);
  }

  /** The chapters as people write them: {@code 84-85}, or {@code 15} where it is one. */
  public String chapters() {
    return firstChapter.equals(lastChapter)
        ? firstChapter.dotted()
        : firstChapter + "-" + lastChapter;
  }

  /** Whether a code lies in this section. */
  public boolean holds(Code code) {
    Code chapter = code.upTo(2);
    return chapter.compareTo(firstChapter) >= 0 && chapter.compareTo(lastChapter) <= 0;
  }
}
