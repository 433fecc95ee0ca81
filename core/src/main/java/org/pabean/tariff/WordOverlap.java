package org.pabean.tariff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds whether words are another's: a long run of them, or all that carry meaning. */
final class WordOverlap {

  private static final int RUN = 5;
  private static final int CONTENT_WORDS = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a an the of or and for with without in on at by to from as is are be not no than that"
                  + " which whether other others more less their its it into any all such but if"
                  + " like those this these")
              .split(" "));

  private WordOverlap() {}

  /** What two texts have in common, in words for people; empty if that is little enough. */
  static String between(String ours, String theirs) {
    List<String> own = words(ours);
    List<String> official = words(theirs);
    Set<List<String>> runs = new LinkedHashSet<>();
    for (int i = 0; i + RUN <= official.size(); i++) {
      runs.add(official.subList(i, i + RUN));
    }
    for (int i = 0; i + RUN <= own.size(); i++) {
      if (runs.contains(own.subList(i, i + RUN))) {
        return "the run '%s'".formatted(String.join(" ", own.subList(i, i + RUN)));
      }
    }
    Set<String> content = content(own);
    return content.size() >= CONTENT_WORDS && content.equals(content(official))
        ? "all its content words"
        : "";
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static Set<String> content(List<String> words) {
    List<String> content = new ArrayList<>(words);
    content.removeIf(STOP_WORDS::contains);
    return new LinkedHashSet<>(content);
  }
}
