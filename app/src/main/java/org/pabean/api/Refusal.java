package org.pabean.api;

import java.util.UUID;
import org.springframework.http.HttpStatus;

/** A request that is refused at the door, with the problem that is answered. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** A field that holds what it may not hold. */
  static Refusal badValue(String field, String sentence) {
    return new Refusal(
        Problem.of(HttpStatus.BAD_REQUEST, "bad-value", field + ": " + sentence).atField(field));
  }

  /** Something that does not exist, or is not for this account to see: the two look the same. */
  static Refusal notFound(String what, UUID id) {
    return notFound(what + " " + id);
  }

  static Refusal notFound(String what) {
    return new Refusal(Problem.of(HttpStatus.NOT_FOUND, "not-found", "there is no " + what));
  }

  Problem problem() {
    return problem;
  }
}
