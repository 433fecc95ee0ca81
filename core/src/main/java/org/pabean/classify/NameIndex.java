package org.pabean.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pabean.tariff.GoodsName;
import org.pabean.text.Words;

/** Finds the everyday names of goods that a listing uses, whole or in part. */
final class NameIndex {

  private static final double SECOND_NAME = 0.15;
  private static final double IN_A_ROW = 1.25;
  private static final double WITHOUT_HEAD = 0.6;
  private static final double WORTH_SHOWING = 0.5;
  private static final double WHOLE = 0.99;

  private final List<Name> names = new ArrayList<>();
  private final List<List<Integer>> namesOfSubheading = new ArrayList<>();
  private final Map<String, Postings> postings = new HashMap<>();
  private final ThreadLocal<Found> found = ThreadLocal.withInitial(this::nothingFound);

  NameIndex(List<GoodsName> goods, Subheadings subheadings, Rarity rarity) {
    for (int i = 0; i < subheadings.count(); i++) {
      namesOfSubheading.add(new ArrayList<>());
    }
    for (GoodsName name : goods) {
      Set<String> words = new LinkedHashSet<>(Words.keys(name.name()));
      double weight = words.stream().mapToDouble(rarity::of).sum();
      if (weight > 0) {
        int subheading = subheadings.number(name.code());
        int number = names.size();
        names.add(new Name(name, subheading, List.copyOf(words), weight));
        namesOfSubheading.get(subheading).add(number);
        words.forEach(
            w -> postings.computeIfAbsent(w, x -> new Postings()).add(number, rarity.of(w)));
      }
    }
  }

  private record Name(GoodsName goods, int subheading, List<String> words, double weight) {

    double coverage(double found) {
      return Math.min(1, found / weight);
    }

    double score(double found, ListingWords listing) {
      double coverage = coverage(found);
      double score = found * coverage * coverage * Math.sqrt(goods.share());
      if (words.size() > 2 && !listing.weights().containsKey(head())) {
        return score * WITHOUT_HEAD;
      }
      return words.size() > 1 && listing.titleHasInARow(words) ? score * IN_A_ROW : score;
    }

    /**
     * The word that says what the goods are: the last in English and Chinese, elsewhere the first.
     */
    private String head() {
      boolean last = goods.lang().equals("en") || goods.lang().equals("zh");
      return words.get(last ? words.size() - 1 : 0);
    }
  }

  /** How much of each name was found; kept from call to call, and emptied after each. */
  private record Found(float[] weight, int[] touched) {}

  private Found nothingFound() {
    return new Found(new float[names.size()], new int[names.size()]);
  }

  /** Adds to each subheading the best of its names, and a little for a second one. */
  void score(ListingWords words, Scores scores) {
    Found here = found.get();
    int touched = 0;
    for (Map.Entry<String, Double> word : words.weights().entrySet()) {
      Postings in = postings.get(word.getKey());
      for (int i = 0; in != null && i < in.size(); i++) {
        int number = in.number(i);
        if (here.weight[number] == 0) {
          here.touched[touched++] = number;
        }
        here.weight[number] += word.getValue().floatValue() * in.weight(i);
      }
    }
    Arrays.sort(here.touched, 0, touched);
    for (int i = 0; i < touched; i++) {
      Name name = names.get(here.touched[i]);
      support(name, here.weight[here.touched[i]], words, scores);
      here.weight[here.touched[i]] = 0;
    }
  }

  private static void support(Name name, double found, ListingWords words, Scores scores) {
    int at = name.subheading;
    float score = (float) name.score(found, words);
    float best = Math.max(scores.byName[at], score);
    float second = Math.min(scores.byName[at], score);
    if (best == score) {
      scores.nameShare[at] = (float) name.goods.share();
    }
    scores.byName[at] = (float) (best + SECOND_NAME * second);
    double coverage = name.coverage(found);
    scores.nameCoverage[at] = Math.max(scores.nameCoverage[at], (float) coverage);
    scores.namesUsed[at] += coverage > WORTH_SHOWING ? 1 : 0;
    if (coverage > WHOLE && words.titleHasInARow(name.words)) {
      scores.wholeName[at] = Math.max(scores.wholeName[at], name.words.size());
    }
  }

  /** The names of one subheading that the listing uses for the most part. */
  List<Evidence> evidence(int subheading, ListingWords words) {
    List<Evidence> evidence = new ArrayList<>();
    for (int number : namesOfSubheading.get(subheading)) {
      Name name = names.get(number);
      double weight = 0;
      String field = "title";
      for (String word : name.words) {
        double counts = words.weights().getOrDefault(word, 0.0);
        Postings in = postings.get(word);
        weight += in == null ? 0 : counts * in.weightAt(number);
        field = counts > 0 ? words.field(word) : field;
      }
      if (name.coverage(weight) > WORTH_SHOWING) {
        String text = name.goods.name();
        evidence.add(
            new Evidence(Evidence.Kind.GOODS_NAME, text, field, name.score(weight, words)));
      }
    }
    return evidence;
  }
}
