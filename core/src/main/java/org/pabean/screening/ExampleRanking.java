package org.pabean.screening;

import java.util.List;
import org.pabean.classify.Candidate;
import org.pabean.classify.Ranking;
import org.pabean.tariff.Code;

/** What a rule's example takes the classifier to say. */
final class ExampleRanking {

  private ExampleRanking() {}

  static Ranking of(List<String> codes) {
    double each = codes.isEmpty() ? 0 : 0.9 / codes.size();
    return new Ranking(
        codes.stream().map(c -> new Candidate(Code.parse(c), each, List.of())).toList(), null);
  }
}
