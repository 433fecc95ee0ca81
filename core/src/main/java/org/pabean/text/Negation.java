package org.pabean.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

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

  private final PhraseMatcher<Place> matcher;
  private final Set<String> negativeValues;

  private Negation(PhraseMatcher<Place> matcher, Set<String> negativeValues) {
    this.matcher = matcher;
    this.negativeValues = Set.copyOf(negativeValues);
  }

  /** Where a word that denies, or helps to, stands. */
  enum Place {
    /** Before what it denies. */
    BEFORE,
    /** Between a denial and what it denies. */
    FILLER,
    /** After what it denies. */
    AFTER,
    /** Alone, as the value of an attribute. */
    VALUE
  }

  /** The built-in lists of eleven languages. */
  public static Negation builtIn() {
    return BUILT_IN;
  }

  /** The denials of a normal text, found in one pass. */
  public Denials in(NormalText normal) {
    return new Denials(normal.text(), matcher.find(normal));
  }

  /** Whether an attribute's value denies its name, as in {@code Batteries included: No}. */
  public boolean isNegativeValue(NormalText value) {
    return negativeValues.contains(value.text());
  }

  private static Negation load() {
    var matcher = new PhraseMatcher.Builder<Place>();
    Set<String> values = new HashSet<>();
    for (String line : lines()) {
      String[] cells = line.split("\t");
      Place place = Place.valueOf(cells[0].toUpperCase(Locale.ROOT));
      matcher.add(cells[2], place);
      if (place == Place.VALUE) {
        values.add(NormalText.of(cells[2]).text());
      }
    }
    return new Negation(matcher.build(), values);
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
