package org.pabean.screening;

import java.util.List;
import java.util.Set;

/**
 * A named list of words that rules ask for.
 *
 * @param name what rules call it
 * @param phrases its words, of all languages
 * @param unless contexts, word for word, in which they do not count
 * @param unlessNear names of the kinds of words near which they do not count, see {@link Contexts}
 * @param accessories whether "for X" counts as X
 */
record PhraseList(
    String name,
    List<String> phrases,
    List<String> unless,
    Set<String> unlessNear,
    boolean accessories) {}
