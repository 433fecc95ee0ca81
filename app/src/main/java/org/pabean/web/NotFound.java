package org.pabean.web;

/** There is no such thing, or the person may not know that there is. */
final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotFound(String what) {
    super("There is no such %s, or it belongs to somebody else.".formatted(what));
  }
}
