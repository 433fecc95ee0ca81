package org.pabean.tariff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of the subheadings of one edition in the next. Each pair of editions is one file of
 * figures, {@code changes/hs2017-hs2022.tsv}; a new pair needs no code.
 */
public final class EditionChange {

  private static final String SAME = "=";
  private static final String PROPOSED = "*";
  private static final Carried NOWHERE = new Carried(Kind.UNKNOWN, List.of(), List.of());

  private final Edition from;
  private final Edition to;
  private final Map<Code, Carried> bySubheading;

  private EditionChange(Edition from, Edition to, Map<Code, Carried> bySubheading) {
    this.from = from;
    this.to = to;
    this.bySubheading = bySubheading;
  }

  /** How a code is carried into the next edition. */
  public enum Kind {
    /** It goes on with the same digits. */
    SAME,
    /** All its goods stand under one other code. */
    RENAMED,
    /** Its goods stand under several codes: a person, or the classifier, must choose. */
    SPLIT,
    /** The older edition did not hold it. */
    UNKNOWN
  }

  /**
   * Where the goods of a code stand in the next edition.
   *
   * @param kind what happened to the code
   * @param to the subheadings its goods may stand under, in code order; empty if it is unknown
   * @param proposed those of {@code to} whose goods come mainly from this code, as the United
   *     Nations convert figures; may be none
   */
  public record Carried(Kind kind, List<Code> to, List<Code> proposed) {

    /** Copies the lists. */
    public Carried {
      to = List.copyOf(to);
      proposed = List.copyOf(proposed);
    }
  }

  /**
   * Reads what changed between two editions.
   *
   * @throws IllegalArgumentException if the program holds no such table
   */
  public static EditionChange between(Edition from, Edition to) {
    String resource = "changes/%s-%s.tsv".formatted(lower(from), lower(to));
    Map<Code, Carried> bySubheading = new HashMap<>();
    for (String[] row : Table.rows(resource, "from\tto")) {
      Code code = Code.parse(row[0]);
      bySubheading.put(code, carried(code, row[1]));
    }
    if (bySubheading.isEmpty()) {
      throw new IllegalArgumentException(
          "no table says what changed from %s to %s".formatted(from, to));
    }
    return new EditionChange(from, to, bySubheading);
  }

  /** The older edition. */
  public Edition from() {
    return from;
  }

  /** The newer edition. */
  public Edition to() {
    return to;
  }

  /**
   * Carries a code of the older edition into the newer. A line of 8 or 10 digits is carried by its
   * first six: what became of the line itself is for each nation to say.
   */
  public Carried carry(Code code) {
    return code.level() < 6 ? NOWHERE : bySubheading.getOrDefault(code.upTo(6), NOWHERE);
  }

  private static Carried carried(Code code, String cell) {
    if (cell.equals(SAME)) {
      return new Carried(Kind.SAME, List.of(code), List.of(code));
    }
    List<Code> to = new ArrayList<>();
    List<Code> proposed = new ArrayList<>();
    for (String target : Arrays.asList(cell.split(" "))) {
      Code subheading = Code.parse(target.replace(PROPOSED, ""));
      to.add(subheading);
      if (target.endsWith(PROPOSED)) {
        proposed.add(subheading);
      }
    }
    return new Carried(to.size() == 1 ? Kind.RENAMED : Kind.SPLIT, to, proposed);
  }

  private static String lower(Edition edition) {
    return edition.id().toLowerCase(Locale.ROOT);
  }
}
