package org.pabean.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells whether a text denies what it mentions: "no battery", "battery not included", "không kèm
 * pin", "不含电池".
 *
 * <p>In doubt a mention counts as meant: a false alarm costs a look, a missed one a parcel. So only
 * a denial directly before or after the mention counts, with no more than filler words between, and
 * "knife free shipping" denies nothing.
 */
public final class Negation {

  private static final Negation BUILT_IN = load();

  private final Pattern before;
  private final Pattern after;
  private final Pattern negativeValue;

  private Negation(List<String> before, List<String> fillers, List<String> after, List<String> no) {
    String filler = "(?:[\\s(]+(?:" + any(fillers) + "))*";
    this.before = Pattern.compile(words(before) + filler + "[\\s(]*$");
    // Up to three words may stand between, such as "(2 x AAA)", but no end of a clause.
    this.after =
        Pattern.compile(
            "^(?:-free(?![\\p{L}\\p{N}])|(?:[\\s(:)]*[\\p{L}\\p{M}\\p{N}]+){0,3}?[\\s():]*"
                + words(after)
                + ")");
    this.negativeValue = Pattern.compile("\\s*(?:" + any(no) + ")\\s*");
  }

  /** The built-in lists for English, Indonesian, Malay, Vietnamese, Thai, Filipino and Chinese. */
  public static Negation builtIn() {
    return BUILT_IN;
  }

  /** Whether the stretch from start to end of a normal text is denied there. */
  public boolean isDenied(NormalText normal, int start, int end) {
    String text = normal.text();
    String head = text.substring(Math.max(0, start - 40), start);
    String tail = text.substring(end, Math.min(text.length(), end + 60));
    return before.matcher(head).find() || after.matcher(tail).find();
  }

  /** Whether an attribute's value denies its name, as in {@code Batteries included: No}. */
  public boolean isNegativeValue(NormalText value) {
    return negativeValue.matcher(value.text()).matches();
  }

  /** An expression for any of the phrases, whole words where the language has blanks. */
  private static String words(List<String> phrases) {
    List<String> spaced = phrases.stream().filter(p -> !Script.hasUnspaced(p)).toList();
    List<String> unspaced = phrases.stream().filter(Script::hasUnspaced).toList();
    return "(?:(?<![\\p{L}\\p{N}])(?:"
        + any(spaced)
        + ")(?![\\p{L}\\p{N}])|(?:"
        + any(unspaced)
        + "))";
  }

  private static String any(List<String> phrases) {
    return String.join("|", phrases.stream().map(Pattern::quote).toList());
  }

  private static Negation load() {
    List<String> before = new ArrayList<>();
    List<String> fillers = new ArrayList<>();
    List<String> after = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String line : lines()) {
      String[] cells = line.split("\t");
      List<String> list =
          switch (cells[0]) {
            case "before" -> before;
            case "filler" -> fillers;
            case "after" -> after;
            case "value" -> values;
            default -> throw new IllegalStateException("negation.tsv: what is " + cells[0] + "?");
          };
      list.add(NormalText.of(cells[2]).text());
    }
    return new Negation(before, fillers, after, values);
  }

  private static List<String> lines() {
    try (InputStream in = Negation.class.getResourceAsStream("negation.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().skip(1).filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
