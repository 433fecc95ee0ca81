package org.pabean.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the views look things up in.
 *
 * @param tree the codes
 * @param index everyday names and descriptions
 * @param notes legal notes
 * @param linear the built-in trained view
 * @param nearest over the built-in examples
 * @param examples the texts of those examples, to be shown as evidence
 * @param history a seller's own, if there is one
 */
record ViewSources(
    Tree tree,
    IndexView index,
    Notes notes,
    LinearView linear,
    NearestIndex nearest,
    List<String> examples,
    @Nullable History history) {

  ViewSources {
    examples = List.copyOf(examples);
  }

  /** The same with a history. */
  ViewSources with(History other) {
    return new ViewSources(tree, index, notes, linear, nearest, examples, other);
  }
}
