package org.pabean.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pabean.tariff.GoodsName;

/**
 * Finds the everyday names of goods that a listing uses, whole or in part. Each name is looked up
 * by its most telling word only, a longer one by its two: a listing that has neither does not speak
 * of such goods.
 */
final class NameIndex {

  private static final float SECOND_NAME = 0.15f;
  private static final double IN_A_ROW = 1.25;
  private static final double WITHOUT_HEAD = 0.6;
  private static final double WORTH_COUNTING = 0.34;
  private static final double WORTH_SHOWING = 0.5;
  private static final double WHOLE = 0.99;
  private static final int SHORT = 2;

  private final Map<String, Integer> numberOfWord = new HashMap<>();
  // Names that are looked up by the same word stand side by side, from that word's first one on.
  private final GoodsName[] names;
  private final int[] firstOfWord;
  private final int[][] othersOfWord;
  private final int[] subheadingOf;
  // The words of all names one after the other; those of a name begin at its offset.
  private final int[] offsets;
  private final int[] words;
  private final float[] weights;
  private final float[] weightOf;
  private final float[] rootOfShare;
  private final int[] head;
  private final ThreadLocal<Scratch> scratch;

  NameIndex(List<NameWords> goods, Subheadings subheadings, Rarity rarity) {
    List<Numbered> sorted = new ArrayList<>(goods.size());
    for (NameWords name : goods) {
      Numbered numbered = number(name, rarity);
      if (numbered.weight > 0) {
        sorted.add(numbered);
      }
    }
    sorted.sort(Comparator.comparingInt(name -> name.words[name.first]));
    int total = sorted.stream().mapToInt(name -> name.words.length).sum();
    this.names = sorted.stream().map(Numbered::name).toArray(GoodsName[]::new);
    this.subheadingOf = new int[names.length];
    this.offsets = new int[names.length + 1];
    this.words = new int[total];
    this.weights = new float[total];
    this.weightOf = new float[names.length];
    this.rootOfShare = new float[names.length];
    this.head = new int[names.length];
    this.firstOfWord = new int[numberOfWord.size() + 1];
    var others = new Lists(numberOfWord.size());
    for (int n = 0; n < names.length; n++) {
      Numbered name = sorted.get(n);
      subheadingOf[n] = subheadings.number(names[n].code());
      System.arraycopy(name.words, 0, words, offsets[n], name.words.length);
      System.arraycopy(name.weights, 0, weights, offsets[n], name.words.length);
      offsets[n + 1] = offsets[n] + name.words.length;
      weightOf[n] = name.weight;
      rootOfShare[n] = (float) Math.sqrt(names[n].share());
      head[n] = name.words[isHeadLast(names[n]) ? name.words.length - 1 : 0];
      firstOfWord[name.words[name.first] + 1]++;
      if (name.words.length > SHORT) {
        others.add(name.words[name.second], n);
      }
    }
    Arrays.parallelPrefix(firstOfWord, Integer::sum);
    this.othersOfWord = others.toArrays();
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(numberOfWord.size(), names.length));
  }

  /** A name with its words as numbers, and the places of its two most telling ones. */
  private record Numbered(
      GoodsName name, int[] words, float[] weights, float weight, int first, int second) {}

  private Numbered number(NameWords name, Rarity rarity) {
    int count = name.words().size();
    int[] numbers = new int[count];
    float[] telling = new float[count];
    float sum = 0;
    int first = 0;
    int second = -1;
    for (int i = 0; i < count; i++) {
      String word = name.words().get(i);
      numbers[i] = numberOfWord.computeIfAbsent(word, x -> numberOfWord.size());
      telling[i] = (float) rarity.of(word);
      sum += telling[i];
      if (telling[i] > telling[first]) {
        second = first;
        first = i;
      } else if (i > 0 && (second < 0 || telling[i] > telling[second])) {
        second = i;
      }
    }
    return new Numbered(name.name(), numbers, telling, sum, first, second);
  }

  /**
   * The word that says what the goods are: the last in English and Chinese, elsewhere the first.
   */
  private static boolean isHeadLast(GoodsName name) {
    return name.lang().equals("en") || name.lang().equals("zh");
  }

  /** Growing lists of numbers, one for each key. */
  private static final class Lists {

    private final int[][] lists;
    private final int[] sizes;

    Lists(int keys) {
      this.lists = new int[keys][2];
      this.sizes = new int[keys];
    }

    void add(int key, int number) {
      if (sizes[key] == lists[key].length) {
        lists[key] = Arrays.copyOf(lists[key], 2 * sizes[key]);
      }
      lists[key][sizes[key]++] = number;
    }

    int[][] toArrays() {
      for (int key = 0; key < lists.length; key++) {
        lists[key] = Arrays.copyOf(lists[key], sizes[key]);
      }
      return lists;
    }
  }

  /** Room for one listing at a time, kept from call to call. */
  private static final class Scratch {

    private final float[] said;
    private final int[] seenIn;
    private int[] touched = new int[1024];
    private int size;
    private int listing;

    Scratch(int words, int names) {
      this.said = new float[words];
      this.seenIn = new int[names];
    }

    void touch(int name) {
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, 2 * size);
      }
      touched[size++] = name;
    }
  }

  /**
   * The names that a listing uses at least in good part.
   *
   * @param names their numbers
   * @param scores how much each says
   * @param coverage how much of each is said
   */
  record Hits(int[] names, float[] scores, float[] coverage) {}

  /** Finds the names, and adds to each subheading the best of its own and a little for a second. */
  Hits score(ListingWords listing, Scores scores) {
    Scratch here = scratch.get();
    here.listing++;
    here.size = 0;
    int[] known = say(listing, here.said);
    for (int word : known) {
      if (here.said[word] >= WORTH_COUNTING) {
        for (int name = firstOfWord[word]; name < firstOfWord[word + 1]; name++) {
          look(name, here);
        }
        for (int name : othersOfWord[word]) {
          look(name, here);
        }
      }
    }
    // Scores are added in one order, whatever the order of the words.
    Arrays.sort(here.touched, 0, here.size);
    Hits hits = support(here, title(listing), scores);
    for (int word : known) {
      here.said[word] = 0;
    }
    return hits;
  }

  private void look(int name, Scratch here) {
    if (here.seenIn[name] != here.listing) {
      here.seenIn[name] = here.listing;
      if (found(name, here.said) > WORTH_COUNTING * weightOf[name]) {
        here.touch(name);
      }
    }
  }

  /** Notes how much each word counts; gives the known words. */
  private int[] say(ListingWords listing, float[] said) {
    int[] known = new int[listing.weights().size()];
    int n = 0;
    for (Map.Entry<String, Double> word : listing.weights().entrySet()) {
      Integer number = numberOfWord.get(word.getKey());
      if (number != null) {
        said[number] = word.getValue().floatValue();
        known[n++] = number;
      }
    }
    return Arrays.copyOf(known, n);
  }

  private int[] title(ListingWords listing) {
    return listing.title().stream().mapToInt(w -> numberOfWord.getOrDefault(w, -1)).toArray();
  }

  private float found(int name, float[] said) {
    float found = 0;
    for (int i = offsets[name]; i < offsets[name + 1]; i++) {
      found += said[words[i]] * weights[i];
    }
    return found;
  }

  private Hits support(Scratch here, int[] title, Scores scores) {
    var hits =
        new Hits(
            Arrays.copyOf(here.touched, here.size), new float[here.size], new float[here.size]);
    for (int i = 0; i < here.size; i++) {
      int name = here.touched[i];
      float found = found(name, here.said);
      int length = offsets[name + 1] - offsets[name];
      float coverage = Math.min(1, found / weightOf[name]);
      boolean inARow = coverage > WORTH_SHOWING && isInARow(name, title);
      double score = found * coverage * coverage * rootOfShare[name];
      if (length > SHORT && here.said[head[name]] == 0) {
        score *= WITHOUT_HEAD;
      } else if (length > 1 && inARow) {
        score *= IN_A_ROW;
      }
      hits.coverage[i] = coverage;
      hits.scores[i] = (float) score;
      scores.addName(
          subheadingOf[name],
          hits.scores[i],
          SECOND_NAME,
          (float) names[name].share(),
          coverage,
          coverage > WHOLE && inARow ? length : 0);
    }
    return hits;
  }

  /** Whether the words of a name stand in the title side by side, in their order. */
  private boolean isInARow(int name, int[] title) {
    int from = offsets[name];
    int to = offsets[name + 1];
    for (int start = 0; start + to - from <= title.length; start++) {
      if (title[start] == words[from]
          && Arrays.equals(title, start, start + to - from, words, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** The language of the names found, by their scores; empty if none was. */
  String language(Hits hits) {
    Map<String, Double> byLanguage = new HashMap<>();
    for (int i = 0; i < hits.names.length; i++) {
      byLanguage.merge(names[hits.names[i]].lang(), (double) hits.scores[i], Double::sum);
    }
    return byLanguage.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The names of one subheading that the listing uses for the most part. */
  List<Evidence> evidence(int subheading, Hits hits, ListingWords listing) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < hits.names.length; i++) {
      int name = hits.names[i];
      if (subheadingOf[name] == subheading && hits.coverage[i] > WORTH_SHOWING) {
        String text = names[name].name();
        evidence.add(
            new Evidence(Evidence.Kind.GOODS_NAME, text, listing.fieldOfAny(text), hits.scores[i]));
      }
    }
    return evidence;
  }
}
