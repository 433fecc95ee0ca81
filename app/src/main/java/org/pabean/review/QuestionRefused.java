package org.pabean.review;

/** A question that cannot be asked or answered now; the message says why, to a person. */
public final class QuestionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  QuestionRefused(String message) {
    super(message);
  }
}
