package org.pabean.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one question that separates the codes a name of goods may mean.
 *
 * @param name the everyday name
 * @param text the question, in English
 * @param answers what one may answer and the code that follows
 * @param seller the question in the seller's language; null if that is English or not known
 */
public record GoodsQuestion(
    String name, String text, List<Answer> answers, @Nullable Wording seller) {

  /** Copies the list. */
  public GoodsQuestion {
    answers = List.copyOf(answers);
  }

  GoodsQuestion(String name, String text, List<Answer> answers) {
    this(name, text, answers, null);
  }

  /**
   * One possible answer.
   *
   * @param text the answer
   * @param code the subheading it leads to
   */
  public record Answer(String text, Code code) {}

  /**
   * The question in another language.
   *
   * @param lang of the words
   * @param text the question
   * @param answers in the order of the English ones
   */
  public record Wording(String lang, String text, List<String> answers) {

    /** Copies the list. */
    public Wording {
      answers = List.copyOf(answers);
    }
  }

  /** The question as one asks it in a language; unchanged where it is known in English only. */
  public GoodsQuestion askedIn(String lang) {
    return QuestionWords.of(lang)
        .wording(this)
        .map(wording -> new GoodsQuestion(name, text, answers, wording))
        .orElse(this);
  }

  /** The answer that somebody gave, in English or in the seller's language. */
  public Optional<Answer> answer(String given) {
    for (int i = 0; i < answers.size(); i++) {
      boolean local = seller != null && seller.answers().get(i).equalsIgnoreCase(given.strip());
      if (local || answers.get(i).text().equalsIgnoreCase(given.strip())) {
        return Optional.of(answers.get(i));
      }
    }
    return Optional.empty();
  }
}
