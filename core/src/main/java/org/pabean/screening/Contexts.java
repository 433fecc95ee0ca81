package org.pabean.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Kinds of words that make other words mean something else: the poster in "knife poster", the T
 * shirt in "drone metal band T-shirt". On which side such a word stands is a matter of language:
 * English puts what a thing is last, Malay and Thai put it first.
 */
final class Contexts {

  /** What leads to another thing than the one sold: "case for drone". */
  static final String FOR = "for";

  /** Words that may stand between "for" and the thing. */
  static final String ARTICLE = "article";

  /** Words that part what is said before from what is said after: "knife with sticker". */
  static final String BREAK = "break";

  private static final Contexts BUILT_IN = load();

  private final List<Word> words;
  private final Set<String> names;

  private Contexts(List<Word> words) {
    this.words = List.copyOf(words);
    this.names = new TreeSet<>(words.stream().map(word -> word.context().name()).toList());
    names.removeAll(Set.of(FOR, ARTICLE, BREAK));
  }

  /** On which side of the thing a word changes what it means. */
  enum Side {
    /** It stands before the thing. */
    BEFORE,
    /** It stands after the thing. */
    AFTER,
    /** On either side. */
    NEAR,
    /** Between the thing and another word. */
    BETWEEN
  }

  /**
   * A kind of words of one language.
   *
   * @param name the kind
   * @param side where its words stand
   * @param within how many words may stand between
   */
  record Context(String name, Side side, int within) {}

  /**
   * A word or a few.
   *
   * @param text as people write it
   * @param context what it does
   */
  record Word(String text, Context context) {}

  static Contexts builtIn() {
    return BUILT_IN;
  }

  List<Word> words() {
    return words;
  }

  /** The kinds that a phrase list may name. */
  Set<String> names() {
    return names;
  }

  private static Contexts load() {
    List<Word> words = new ArrayList<>();
    try (InputStream in = Contexts.class.getResourceAsStream("contexts.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().skip(1).toList()) {
        String[] cells = line.split("\t");
        Side side = Side.valueOf(cells[2].toUpperCase(Locale.ROOT));
        var context = new Context(cells[0], side, Integer.parseInt(cells[3]));
        for (String word : cells[4].split(";")) {
          words.add(new Word(word.strip(), context));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Contexts(words);
  }
}
