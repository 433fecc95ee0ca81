package org.pabean.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;

/**
 * Makes of a plain listing one as marketplaces have them: its title stuffed with words of other
 * goods, most of them of the same chapter and many in another language, and with attributes that
 * tell nothing. The confidence is fitted on such copies as well, or it would trust a title the more
 * the longer it is.
 */
final class Stuffing {

  private static final int LONGEST_TITLE = 18;
  private static final int MOST_PIECES = 4;
  private static final int SHORTEST_PIECE = 2;
  private static final int ONE_IN = 3;

  private final List<Labelled> others;
  private final Map<String, List<Labelled>> ofChapter;

  /** Takes the listings whose words are to be borrowed. */
  Stuffing(List<Labelled> others) {
    this.others = others;
    this.ofChapter =
        others.stream().collect(Collectors.groupingBy(row -> row.code().upTo(2).digits()));
  }

  /** A stuffed copy; always the same one of the same row. */
  Labelled of(Labelled row) {
    Listing plain = row.listing();
    var random = new Random(plain.title().hashCode());
    var listing =
        new Listing.Builder()
            .with(Field.TITLE, title(row, random))
            .with(Field.DESCRIPTION, plain.description())
            .with(Field.CATEGORY, plain.category())
            .with(Field.MATERIAL, plain.material())
            .with(Field.USE, plain.use())
            .with(Field.LANG, plain.lang());
    plain.attributes().forEach(listing::attribute);
    any(others, random)
        .listing()
        .attributes()
        .forEach(
            (key, value) -> {
              if (!plain.attributes().containsKey(key) && random.nextBoolean()) {
                listing.attribute(key, value);
              }
            });
    return new Labelled(listing.build(), row.code(), row.accepted(), row.source());
  }

  private String title(Labelled row, Random random) {
    List<String> own = words(row);
    List<String> title = new ArrayList<>(own.subList(0, Math.min(LONGEST_TITLE, own.size())));
    int pieces = 1 + random.nextInt(MOST_PIECES);
    for (int i = 0; i < pieces; i++) {
      List<Labelled> from =
          random.nextInt(ONE_IN) == 0
              ? others
              : ofChapter.getOrDefault(row.code().upTo(2).digits(), others);
      List<String> words = words(any(from, random));
      int length = Math.min(words.size(), SHORTEST_PIECE + random.nextInt(MOST_PIECES));
      int start = random.nextInt(words.size() - length + 1);
      int at = random.nextInt(ONE_IN) == 0 ? 0 : title.size();
      title.addAll(at, words.subList(start, start + length));
    }
    return String.join(" ", title);
  }

  private static List<String> words(Labelled row) {
    List<String> words = new ArrayList<>();
    Collections.addAll(words, row.listing().title().strip().split("\\s+"));
    return words;
  }

  private static Labelled any(List<Labelled> rows, Random random) {
    return rows.get(random.nextInt(rows.size()));
  }
}
