package org.pabean.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pabean.listing.Listing;
import org.pabean.text.NormalText;
import org.pabean.text.Words;
import org.pabean.text.Words.Word;

/**
 * Tells listings that say nothing of what the goods are: "gift", "sample", a bare article number,
 * letters that are no words.
 */
public final class Vagueness {

  private static final double HARDLY_ANY = 0.15;
  private static final int LONGEST_TITLE = 2_000;
  private static final char FIRST_UNSPACED = '\u0E00';

  private static final Vagueness BUILT_IN = load();

  private final Set<String> vague;

  private Vagueness(Set<String> vague) {
    this.vague = Set.copyOf(vague);
  }

  /** The words of seven languages that say nothing. */
  public static Vagueness builtIn() {
    return BUILT_IN;
  }

  /** How many words of a listing's title can tell what the goods are. */
  public int tellingWords(Listing listing) {
    String title = listing.title();
    String read = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    return (int) Words.of(NormalText.of(read)).stream().filter(this::mayTell).count();
  }

  private static Vagueness load() {
    try (InputStream in = Vagueness.class.getResourceAsStream("vague.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Set<String> words = new HashSet<>();
      all.lines()
          .skip(1)
          .forEach(line -> List.of(line.split("\t")[1].split(";")).forEach(w -> add(w, words)));
      return new Vagueness(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String phrase, Set<String> words) {
    words.addAll(Words.keys(phrase));
  }

  /** Whether nothing in the listing can tell what the goods are. */
  boolean saysNothing(Views views) {
    for (ListingTokens.Field field : views.tokens.fields()) {
      boolean speaks = field.kind() != ListingTokens.Kind.OTHER;
      if (speaks && field.words().stream().anyMatch(this::mayTell)) {
        return views.linear.known() < HARDLY_ANY && views.index.known() < HARDLY_ANY;
      }
    }
    return true;
  }

  /** Whether a word can tell what goods are: no number, no single letter, no sales talk. */
  boolean mayTell(Word word) {
    return mayTell(word.key());
  }

  boolean mayTell(String key) {
    boolean letter = key.length() < 2 && key.charAt(0) < FIRST_UNSPACED;
    return !letter && key.chars().noneMatch(Character::isDigit) && !vague.contains(key);
  }
}
