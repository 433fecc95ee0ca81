package org.pabean.tariff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everyday names of goods, in the languages sellers write, each leading to subheadings. */
public final class GoodsIndex {

  static final List<String> LANGUAGES = List.of("en", "id", "ms", "vi", "th", "fil", "zh");
  private static final Pattern SHARE = Pattern.compile("^(.*?)\\s*~\\s*([01]?\\.?\\d+)$");

  private final List<GoodsName> names;
  private final List<GoodsQuestion> questions;

  private GoodsIndex(List<GoodsName> names, List<GoodsQuestion> questions) {
    this.names = List.copyOf(names);
    this.questions = List.copyOf(questions);
  }

  /** Reads the built-in index. */
  public static GoodsIndex builtIn() {
    List<GoodsName> names = new ArrayList<>();
    List<GoodsQuestion> questions = new ArrayList<>();
    for (int chapter = 1; chapter <= 97; chapter++) {
      for (String lang : LANGUAGES) {
        String resource = "goods/%s/%02d.tsv".formatted(lang, chapter);
        for (String[] row : Table.rows(resource, "code\tterms")) {
          addNames(names, Code.parse(row[0]), row[1], lang);
        }
      }
      String resource = "goods/questions/%02d.tsv".formatted(chapter);
      for (String[] row : Table.rows(resource, "term\tquestion\tanswers")) {
        questions.add(new GoodsQuestion(row[0], row[1], answers(row[2])));
      }
    }
    return new GoodsIndex(names, questions);
  }

  /** All names, in the order of chapters. */
  public List<GoodsName> names() {
    return names;
  }

  /** All questions, in the order of chapters. */
  public List<GoodsQuestion> questions() {
    return questions;
  }

  private static void addNames(List<GoodsName> names, Code code, String cell, String lang) {
    for (String term : parts(cell)) {
      Matcher share = SHARE.matcher(term);
      names.add(
          share.matches()
              ? new GoodsName(share.group(1), code, Double.parseDouble(share.group(2)), lang)
              : new GoodsName(term, code, 1, lang));
    }
  }

  private static List<GoodsQuestion.Answer> answers(String cell) {
    return parts(cell).stream()
        .map(part -> part.split("\\s*=\\s*", 2))
        .map(part -> new GoodsQuestion.Answer(part[0], Code.parse(part[1])))
        .toList();
  }

  static List<String> parts(String cell) {
    return Arrays.stream(cell.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
