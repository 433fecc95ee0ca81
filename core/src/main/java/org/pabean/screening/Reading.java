package org.pabean.screening;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.Candidate;
import org.pabean.classify.Ranking;
import org.pabean.classify.Vagueness;
import org.pabean.listing.Listing;

/**
 * One listing as the rules read it, whatever its destination: read once, then screened for as many
 * destinations as it goes to. Not to be shared among threads.
 */
public final class Reading {

  /** A candidate below this confidence does not make a rule fire. */
  private static final double WORTH_SCREENING = 0.10;

  private static final int LONGEST_NUMBER = 60;
  private static final Pattern BARE_NUMBER =
      Pattern.compile(
          "\\s*(?:(?i:sku|ref|art|article|item|code|order|model|no)[\\s.:#-]*)?"
              + "[A-Z0-9]+(?:[-/_.#][A-Z0-9]+)*\\s*");

  private final Listing listing;
  private final Ranking ranking;
  private final SellerHistory seller;
  private final List<Said> said;
  private final List<String> saidLists;
  private final List<String> likelyCodes;
  private @Nullable Attributes attributes;
  private int tellingWords = -1;
  private final Map<String, Object> signals = new HashMap<>();
  private final Map<CompiledRule, Optional<Finding>> everywhere = new IdentityHashMap<>();

  Reading(Listing listing, Ranking ranking, SellerHistory seller, List<Said> said) {
    this.listing = listing;
    this.ranking = ranking;
    this.seller = seller;
    this.said = said;
    this.saidLists = said.stream().map(Said::list).distinct().toList();
    this.likelyCodes = List.copyOf(likelyCodes(ranking));
  }

  Listing listing() {
    return listing;
  }

  Ranking ranking() {
    return ranking;
  }

  SellerHistory seller() {
    return seller;
  }

  List<Said> said() {
    return said;
  }

  List<String> saidLists() {
    return saidLists;
  }

  /** Digits of the likely candidates, of their headings and of their chapters. */
  List<String> likelyCodes() {
    return likelyCodes;
  }

  String top() {
    return ranking.first().map(c -> c.code().digits()).orElse("");
  }

  double confidence() {
    return ranking.first().map(Candidate::confidence).orElse(0.0);
  }

  boolean isDisguised() {
    return said.stream().anyMatch(Said::disguised);
  }

  /** The signals that were asked for so far. */
  Map<String, Object> signals() {
    return signals;
  }

  /** What a rule finds whose condition does not ask where the goods go: it is asked once. */
  Optional<Finding> everywhere(CompiledRule rule, Item item) {
    Optional<Finding> known = everywhere.get(rule);
    if (known == null) {
      known = rule.holds(item) ? Optional.of(rule.finding(this)) : Optional.empty();
      everywhere.put(rule, known);
    }
    return known;
  }

  Attributes attributes() {
    if (attributes == null) {
      attributes = Attributes.of(listing);
    }
    return attributes;
  }

  int tellingWords() {
    if (tellingWords < 0) {
      tellingWords = Vagueness.builtIn().tellingWords(listing);
    }
    return tellingWords;
  }

  /** Whether it says nothing: as the classifier found, or for want of a word that tells. */
  boolean isVague() {
    return ranking.signs().vague()
        || ranking.candidates().isEmpty() && (tellingWords() == 0 || isBareNumber());
  }

  /** An article number or that of a delivery, and nothing else: {@code WH/OUT/00019}. */
  private boolean isBareNumber() {
    String title = listing.title();
    return title.length() <= LONGEST_NUMBER
        && title.chars().anyMatch(Character::isDigit)
        && BARE_NUMBER.matcher(title).matches();
  }

  private static Set<String> likelyCodes(Ranking ranking) {
    Set<String> codes = new TreeSet<>();
    for (Candidate candidate : ranking.candidates()) {
      if (candidate.confidence() >= WORTH_SCREENING) {
        for (int level = 2; level <= candidate.code().level(); level += 2) {
          codes.add(candidate.code().upTo(level).digits());
        }
      }
    }
    return codes;
  }
}
