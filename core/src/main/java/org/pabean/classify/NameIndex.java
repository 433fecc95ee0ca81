package org.pabean.classify;

import java.util.ArrayList;
import java.util.Arrays;
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

  private static final double SECOND_NAME = 0.15;
  private static final double IN_A_ROW = 1.25;
  private static final double WITHOUT_HEAD = 0.6;
  private static final double WORTH_COUNTING = 0.34;
  private static final double WORTH_SHOWING = 0.5;
  private static final double WHOLE = 0.99;
  private static final int SHORT = 2;
  private static final int[] NONE = {};

  private final Map<String, Integer> numberOfWord = new HashMap<>();
  private final GoodsName[] names;
  private final int[] subheadingOf;
  // The words of all names one after the other; those of a name begin at its offset.
  private final int[] offsets;
  private final int[] words;
  private final float[] weights;
  private final float[] weightOf;
  private final int[][] namesOfWord;
  private final int[][] namesOfSubheading;
  private final ThreadLocal<Scratch> scratch;

  NameIndex(List<NameWords> goods, Subheadings subheadings, Rarity rarity) {
    int total = goods.stream().mapToInt(name -> name.words().size()).sum();
    this.names = goods.stream().map(NameWords::name).toArray(GoodsName[]::new);
    this.subheadingOf = new int[names.length];
    this.offsets = new int[names.length + 1];
    this.words = new int[total];
    this.weights = new float[total];
    this.weightOf = new float[names.length];
    int at = 0;
    for (int n = 0; n < names.length; n++) {
      subheadingOf[n] = subheadings.number(names[n].code());
      for (String word : goods.get(n).words()) {
        words[at] = numberOfWord.computeIfAbsent(word, x -> numberOfWord.size());
        weights[at] = (float) rarity.of(word);
        weightOf[n] += weights[at++];
      }
      offsets[n + 1] = at;
    }
    var byWord = new Lists(numberOfWord.size());
    var bySubheading = new Lists(subheadings.count());
    for (int n = 0; n < names.length; n++) {
      bySubheading.add(subheadingOf[n], n);
      lookUp(n, byWord);
    }
    this.namesOfWord = byWord.toArrays();
    this.namesOfSubheading = bySubheading.toArrays();
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(numberOfWord.size(), names.length));
  }

  private void lookUp(int name, Lists byWord) {
    int first = -1;
    int second = -1;
    for (int i = offsets[name]; i < offsets[name + 1]; i++) {
      if (first < 0 || weights[i] > weights[first]) {
        second = first;
        first = i;
      } else if (second < 0 || weights[i] > weights[second]) {
        second = i;
      }
    }
    if (first >= 0 && weightOf[name] > 0) {
      byWord.add(words[first], name);
      if (second >= 0 && offsets[name + 1] - offsets[name] > SHORT) {
        byWord.add(words[second], name);
      }
    }
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
    private int listing;

    Scratch(int words, int names) {
      this.said = new float[words];
      this.seenIn = new int[names];
    }
  }

  /** Adds to each subheading the best of its names, and a little for a second one. */
  void score(ListingWords listing, Scores scores) {
    Scratch here = scratch.get();
    here.listing++;
    int[] known = say(listing, here.said);
    int[] title = title(listing);
    int n = 0;
    for (int word : known) {
      int[] spokenOf = here.said[word] < WORTH_COUNTING ? NONE : namesOfWord[word];
      for (int name : spokenOf) {
        if (here.seenIn[name] != here.listing) {
          here.seenIn[name] = here.listing;
          if (found(name, here.said) > WORTH_COUNTING * weightOf[name]) {
            if (n == here.touched.length) {
              here.touched = Arrays.copyOf(here.touched, 2 * n);
            }
            here.touched[n++] = name;
          }
        }
      }
    }
    Arrays.sort(here.touched, 0, n);
    for (int i = 0; i < n; i++) {
      support(here.touched[i], here.said, title, scores);
    }
    forget(known, here.said);
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

  private static void forget(int[] known, float[] said) {
    for (int word : known) {
      said[word] = 0;
    }
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

  private double coverage(int name, float found) {
    return Math.min(1, found / weightOf[name]);
  }

  private double score(int name, float found, float[] said, int[] title) {
    double coverage = coverage(name, found);
    double score = found * coverage * coverage * Math.sqrt(names[name].share());
    int length = offsets[name + 1] - offsets[name];
    if (length > 2 && said[head(name)] == 0) {
      return score * WITHOUT_HEAD;
    }
    return length > 1 && coverage > WORTH_SHOWING && isInARow(name, title)
        ? score * IN_A_ROW
        : score;
  }

  /**
   * The word that says what the goods are: the last in English and Chinese, elsewhere the first.
   */
  private int head(int name) {
    String lang = names[name].lang();
    boolean last = lang.equals("en") || lang.equals("zh");
    return words[last ? offsets[name + 1] - 1 : offsets[name]];
  }

  /** Whether the words of a name stand in the title side by side, in their order. */
  private boolean isInARow(int name, int[] title) {
    int from = offsets[name];
    int to = offsets[name + 1];
    for (int start = 0; start + to - from <= title.length; start++) {
      if (Arrays.equals(title, start, start + to - from, words, from, to)) {
        return true;
      }
    }
    return false;
  }

  private void support(int name, float[] said, int[] title, Scores scores) {
    int at = subheadingOf[name];
    float found = found(name, said);
    float score = (float) score(name, found, said, title);
    float best = Math.max(scores.byName[at], score);
    float second = Math.min(scores.byName[at], score);
    if (best == score) {
      scores.nameShare[at] = (float) names[name].share();
    }
    scores.byName[at] = (float) (best + SECOND_NAME * second);
    double coverage = coverage(name, found);
    scores.nameCoverage[at] = Math.max(scores.nameCoverage[at], (float) coverage);
    if (coverage > WHOLE && isInARow(name, title)) {
      scores.wholeName[at] = Math.max(scores.wholeName[at], offsets[name + 1] - offsets[name]);
    }
  }

  /** The names of one subheading that the listing uses for the most part. */
  List<Evidence> evidence(int subheading, ListingWords listing) {
    Scratch here = scratch.get();
    int[] known = say(listing, here.said);
    int[] title = title(listing);
    List<Evidence> evidence = new ArrayList<>();
    for (int name : namesOfSubheading[subheading]) {
      float found = found(name, here.said);
      if (weightOf[name] > 0 && coverage(name, found) > WORTH_SHOWING) {
        double score = score(name, found, here.said, title);
        String field = listing.fieldOfAny(names[name].name());
        evidence.add(new Evidence(Evidence.Kind.GOODS_NAME, names[name].name(), field, score));
      }
    }
    forget(known, here.said);
    return evidence;
  }
}
