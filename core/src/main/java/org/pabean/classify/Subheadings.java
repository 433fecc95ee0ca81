package org.pabean.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;

/** The subheadings of an edition, numbered from 0 in code order, so that scores fit an array. */
final class Subheadings {

  private final List<Code> codes;
  private final Map<Code, Integer> numbers = new HashMap<>();

  Subheadings(Nomenclature nomenclature) {
    this.codes = nomenclature.atLevel(6).stream().map(Entry::code).toList();
    for (int i = 0; i < codes.size(); i++) {
      numbers.put(codes.get(i), i);
    }
  }

  int count() {
    return codes.size();
  }

  Code code(int number) {
    return codes.get(number);
  }

  /**
   * The number of a subheading.
   *
   * @throws IllegalArgumentException if the edition does not hold it
   */
  int number(Code code) {
    Integer number = numbers.get(code);
    if (number == null) {
      throw new IllegalArgumentException("%s is not a subheading of the edition".formatted(code));
    }
    return number;
  }
}
