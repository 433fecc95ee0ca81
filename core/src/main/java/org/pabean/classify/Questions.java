package org.pabean.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsQuestion;
import org.pabean.text.Words;

/** Finds the one question that would separate the first candidates of a listing. */
final class Questions {

  private static final int CLOSE = 4;
  private static final double WORTH_ASKING = 0.05;

  private final Map<String, GoodsQuestion> byName = new HashMap<>();
  private final Map<Code, List<GoodsQuestion>> byCode = new HashMap<>();

  Questions(List<GoodsQuestion> questions) {
    for (GoodsQuestion question : questions) {
      byName.put(String.join(" ", Words.keys(question.name())), question);
      question.answers().stream()
          .map(GoodsQuestion.Answer::code)
          .distinct()
          .forEach(code -> byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(question));
    }
  }

  /**
   * The question about a thing that the title names, if its answers lead to at least two of the
   * first candidates; else the one whose answers lead to the first two and to most of the others.
   */
  Optional<GoodsQuestion> find(ListingWords words, List<Candidate> candidates) {
    List<Candidate> close = candidates.stream().limit(CLOSE).toList();
    Optional<GoodsQuestion> named =
        words.titlePhrases().stream()
            .map(byName::get)
            .filter(Objects::nonNull)
            .filter(question -> close.stream().filter(c -> leadsTo(question, c)).count() >= 2)
            .findFirst();
    return named.isPresent() ? named : separating(close);
  }

  private Optional<GoodsQuestion> separating(List<Candidate> close) {
    if (close.size() < 2 || close.get(1).confidence() < WORTH_ASKING) {
      return Optional.empty();
    }
    return byCode.getOrDefault(close.get(0).code(), List.of()).stream()
        .filter(question -> leadsTo(question, close.get(1)))
        .max(Comparator.comparingDouble(question -> settles(question, close)));
  }

  private static double settles(GoodsQuestion question, List<Candidate> close) {
    return close.stream()
        .filter(candidate -> leadsTo(question, candidate))
        .mapToDouble(Candidate::confidence)
        .sum();
  }

  private static boolean leadsTo(GoodsQuestion question, Candidate candidate) {
    return question.answers().stream().anyMatch(a -> a.code().equals(candidate.code()));
  }
}
