package org.pabean.classify;

import java.util.List;

/**
 * What a seller's own labelled history adds.
 *
 * @param linear trained on it
 * @param nearest over its rows
 * @param texts the rows' titles, to be shown as evidence
 */
record History(LinearView linear, NearestIndex nearest, List<String> texts) {

  History {
    texts = List.copyOf(texts);
  }

  static History of(Model learned, Tree tree) {
    return new History(
        new LinearView(tree, learned.linear()),
        new NearestIndex(learned.rows().stream().map(Model.Row::example).toList()),
        learned.rows().stream().map(Model.Row::text).toList());
  }
}
