package org.pabean.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

/**
 * Leads from a subheading to its line of 8 digits by the words that distinguish the sister lines.
 * Where the listing says none of them, the line is a guess, and what is missing is named.
 *
 * <p>The chance of a line is a softmax over three facts: how much of the line's own words the
 * listing says, whether its words name what it leaves to sisters, and whether its code ends as that
 * of a line for all the rest does. How often a line of such a chance is right was fitted after
 * that. All figures come from Vietnamese customs rulings; see bench/RESULTS.md.
 */
public final class Lines {

  private static final double SAID = 3;
  private static final double LEAVES_SOME_TO_SISTERS = 0.6;
  private static final double TAKES_THE_REST = 1.6;
  private static final double SURE = 0.95;

  // Log odds that the chosen line is right: a base, a share of the log odds of its chance, and what
  // it takes from them that a line was chosen only because it takes the rest.
  private static final double BASE = 0.69;
  private static final double OF_CHANCE = 0.41;
  private static final double FOR_THE_REST = -0.66;
  private static final int ASKED = 4;
  private static final Pattern REST_OF =
      Pattern.compile("\\b(other than|others?|not|neither|nor|except|without|excluding)\\b.*");
  private static final Set<String> SAYS_LITTLE =
      Set.of("for", "of", "and", "or", "the", "a", "with", "to", "in", "use", "kind", "up");

  private static final Set<String> ASEAN =
      Set.of("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "VN");

  private final Map<Code, List<Sister>> sistersOf = new HashMap<>();

  private record Sister(Entry entry, Set<String> words, boolean leaves) {

    /** By custom a line for all other goods ends in 90 or 99. */
    boolean takesTheRest() {
      return entry.code().digits().endsWith("90") || entry.code().digits().endsWith("99");
    }
  }

  private Lines(Nomenclature nomenclature) {
    for (Entry subheading : nomenclature.atLevel(6)) {
      List<Entry> lines = nomenclature.below(subheading.code());
      sistersOf.put(subheading.code(), lines.stream().map(line -> sister(line)).toList());
    }
  }

  private static Sister sister(Entry line) {
    String own = REST_OF.matcher(line.description()).replaceAll(" ");
    Set<String> words = new HashSet<>(Words.keys(own));
    words.removeAll(SAYS_LITTLE);
    return new Sister(line, words, REST_OF.matcher(line.description()).find());
  }

  /** The lines of AHTN 2022, which the countries of ASEAN share. */
  public static Lines ahtn2022() {
    return Ahtn.LINES;
  }

  /** Read when first asked for. */
  private static final class Ahtn {
    private static final Lines LINES = new Lines(Nomenclature.ahtn2022());
  }

  /** Whether a country declares by these lines. */
  public static boolean areUsedIn(String country) {
    return ASEAN.contains(country);
  }

  /** What sets a line apart within its subheading; empty if there is no such line. */
  public String describe(Code line) {
    return sistersOf.getOrDefault(line.upTo(6), List.of()).stream()
        .map(Sister::entry)
        .filter(entry -> entry.code().equals(line))
        .map(Entry::description)
        .findFirst()
        .orElse("");
  }

  /**
   * The line of a candidate; empty if the nomenclature has none under its subheading.
   *
   * @param confidence of the subheading
   */
  public Optional<Line> choose(Listing listing, Code subheading, double confidence) {
    List<Sister> sisters = sistersOf.getOrDefault(subheading, List.of());
    if (sisters.isEmpty()) {
      return Optional.empty();
    }
    if (sisters.size() == 1) {
      return Optional.of(new Line(sisters.get(0).entry().code(), confidence, ""));
    }
    Set<String> said = new HashSet<>();
    listing.texts().forEach(text -> said.addAll(Words.keys(text.text())));
    double[] chances = sisters.stream().mapToDouble(s -> Math.exp(score(s, said))).toArray();
    double all = 0;
    int best = 0;
    for (int i = 0; i < chances.length; i++) {
      all += chances[i];
      best = chances[i] > chances[best] ? i : best;
    }
    double chance = chances[best] / all;
    String missing = chance >= SURE ? "" : missing(sisters);
    Sister chosen = sisters.get(best);
    return Optional.of(
        new Line(chosen.entry().code(), confidence * right(chosen, chance), missing));
  }

  /** The probability that the chosen line is right, the subheading being so. */
  private static double right(Sister chosen, double chance) {
    double logOdds =
        BASE
            + OF_CHANCE * Math.log(chance / (1 - chance))
            + (chosen.takesTheRest() ? FOR_THE_REST : 0);
    return Calibration.probability(logOdds);
  }

  private static double score(Sister sister, Set<String> said) {
    long found = sister.words().stream().filter(said::contains).count();
    double share = sister.words().isEmpty() ? 0 : (double) found / sister.words().size();
    return SAID * share
        + (sister.leaves() ? LEAVES_SOME_TO_SISTERS : 0)
        + (sister.takesTheRest() ? TAKES_THE_REST : 0);
  }

  private static String missing(List<Sister> sisters) {
    List<String> choices = new ArrayList<>();
    sisters.stream()
        .limit(ASKED)
        .forEach(s -> choices.add(s.entry().code() + " " + s.entry().description()));
    String more = sisters.size() > ASKED ? "; and %d more".formatted(sisters.size() - ASKED) : "";
    return choices.stream().collect(Collectors.joining("; ")) + more;
  }
}
