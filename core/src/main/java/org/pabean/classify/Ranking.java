package org.pabean.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsQuestion;

/**
 * The answer of a classifier.
 *
 * @param candidates the likeliest first; empty if the listing is like nothing known
 * @param question the one fact that would separate the first candidates, if there is one
 * @param caveat why a person must look, however sure the answer seems; empty if nothing calls for
 *     it
 * @param signs what else the classifier noticed
 */
public record Ranking(
    List<Candidate> candidates, @Nullable GoodsQuestion question, String caveat, Signs signs) {

  /** Copies the list. */
  public Ranking {
    candidates = List.copyOf(candidates);
  }

  /**
   * What a classifier notices beside the codes.
   *
   * @param novelty how unlike anything it knows the listing is, 0 to 1
   * @param vague whether the listing says nothing of what the goods are
   */
  public record Signs(double novelty, boolean vague) {

    /** Of a classifier that notices nothing. */
    public static final Signs NONE = new Signs(0, false);

    /** Checks the range of the novelty. */
    public Signs {
      if (!(novelty >= 0 && novelty <= 1)) {
        throw new IllegalArgumentException("a novelty lies between 0 and 1, not " + novelty);
      }
    }
  }

  /** A ranking without a caveat, of a classifier that notices nothing else. */
  public Ranking(List<Candidate> candidates, @Nullable GoodsQuestion question) {
    this(candidates, question, "", Signs.NONE);
  }

  /** A ranking that says: I do not know. */
  public static Ranking unknown() {
    return new Ranking(List.of(), null, "", new Signs(1, false));
  }

  /** A ranking of a listing that says nothing of what the goods are. */
  public static Ranking vague() {
    return new Ranking(List.of(), null, "", new Signs(1, true));
  }

  /** The same answer, to be looked at by a person. */
  public Ranking withCaveat(String reason) {
    return new Ranking(candidates, question, reason, signs);
  }

  /** The same answer, with what else was noticed. */
  public Ranking with(Signs noticed) {
    return new Ranking(candidates, question, caveat, noticed);
  }

  /**
   * The ranking once the question has been answered: of the codes that the answers lead to only the
   * one chosen remains, and it takes the confidence of them all.
   *
   * @throws IllegalArgumentException if the question was not asked or has no such answer
   */
  public Ranking answered(GoodsQuestion.Answer answer) {
    GoodsQuestion asked = question;
    if (asked == null || !asked.answers().contains(answer)) {
      throw new IllegalArgumentException("'%s' answers no question asked".formatted(answer.text()));
    }
    Set<Code> choices =
        asked.answers().stream().map(GoodsQuestion.Answer::code).collect(Collectors.toSet());
    double sum = 0;
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence(Evidence.Kind.WORD, answer.text(), "answer", 1));
    List<Candidate> rest = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (choices.contains(candidate.code())) {
        sum += candidate.confidence();
      } else {
        rest.add(candidate);
      }
      if (candidate.code().equals(answer.code())) {
        evidence.addAll(candidate.evidence());
      }
    }
    rest.add(new Candidate(answer.code(), Math.min(1, sum), evidence));
    rest.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    return new Ranking(rest, null, caveat, signs);
  }

  /** The same for an answer as somebody gave it, in English or in the seller's language. */
  public Ranking answered(String given) {
    GoodsQuestion asked = question;
    return answered(
        Optional.ofNullable(asked)
            .flatMap(q -> q.answer(given))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        asked == null
                            ? "no question was asked that '%s' could answer".formatted(given)
                            : "'%s' is none of the answers: %s"
                                .formatted(
                                    given,
                                    asked.answers().stream()
                                        .map(GoodsQuestion.Answer::text)
                                        .collect(Collectors.joining(", "))))));
  }

  /** The likeliest candidate. */
  public Optional<Candidate> first() {
    return candidates.stream().findFirst();
  }

  /** The probability that the right code is among the first few candidates. */
  public double within(int few) {
    return candidates.stream().limit(few).mapToDouble(Candidate::confidence).sum();
  }

  /** How far the first candidate's confidence lies above the second's; 0 without candidates. */
  public double margin() {
    if (candidates.isEmpty()) {
      return 0;
    }
    double second = candidates.size() == 1 ? 0 : candidates.get(1).confidence();
    return candidates.get(0).confidence() - second;
  }
}
