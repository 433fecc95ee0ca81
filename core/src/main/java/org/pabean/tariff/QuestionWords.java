package org.pabean.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Questions and answers in one language, by their English text.
 *
 * @param lang ISO 639 code
 * @param words English to that language
 */
record QuestionWords(String lang, Map<String, String> words) {

  private static final Map<String, QuestionWords> READ = new ConcurrentHashMap<>();

  /** The words of a language; none for a language that the program does not know, or English. */
  static QuestionWords of(String lang) {
    return GoodsIndex.LANGUAGES.contains(lang)
        ? READ.computeIfAbsent(lang, QuestionWords::read)
        : new QuestionWords(lang, Map.of());
  }

  private static QuestionWords read(String lang) {
    Map<String, String> words = new HashMap<>();
    for (String[] row : Table.rows("goods/questions/%s.tsv".formatted(lang), "english\ttext")) {
      words.put(row[0], row[1]);
    }
    return new QuestionWords(lang, words);
  }

  /** A question in this language, if all of it is known. */
  Optional<GoodsQuestion.Wording> wording(GoodsQuestion question) {
    @Nullable String text = words.get(question.text());
    List<String> answers = new ArrayList<>();
    for (GoodsQuestion.Answer answer : question.answers()) {
      @Nullable String local = words.get(answer.text());
      if (local != null) {
        answers.add(local);
      }
    }
    return text == null || answers.size() < question.answers().size()
        ? Optional.empty()
        : Optional.of(new GoodsQuestion.Wording(lang, text, answers));
  }
}
