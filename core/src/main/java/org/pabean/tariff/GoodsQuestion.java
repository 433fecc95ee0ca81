package org.pabean.tariff;

import java.util.List;

/**
 * The one question that separates the codes a name of goods may mean.
 *
 * @param name the everyday name
 * @param text the question as a seller understands it
 * @param answers what he may answer and the code that follows
 */
public record GoodsQuestion(String name, String text, List<Answer> answers) {

  /**
   * One possible answer.
   *
   * @param text the answer
   * @param code the subheading it leads to
   */
  public record Answer(String text, Code code) {}
}
