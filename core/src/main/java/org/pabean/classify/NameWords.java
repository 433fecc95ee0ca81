package org.pabean.classify;

import java.util.LinkedHashSet;
import java.util.List;
import org.pabean.tariff.GoodsName;
import org.pabean.text.Words;

/**
 * An everyday name of goods with its words.
 *
 * @param name the name
 * @param words their keys in order, each once
 */
record NameWords(GoodsName name, List<String> words) {

  /** Cuts all names into words, which is most of the work of starting. */
  static List<NameWords> of(List<GoodsName> names) {
    return names.parallelStream()
        .map(name -> new NameWords(name, List.copyOf(new LinkedHashSet<>(Words.keys(name.name())))))
        .toList();
  }
}
