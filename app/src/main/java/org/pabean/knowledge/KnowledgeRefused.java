package org.pabean.knowledge;

/** What cannot be done to a precedent as it now stands; says why. */
public final class KnowledgeRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KnowledgeRefused(String sentence) {
    super(sentence);
  }
}
