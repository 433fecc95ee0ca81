package org.pabean.tariff;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Collects what is wrong with an official file: the first ten faults, and how many there are. */
final class Faults {

  private static final int SHOWN = 10;

  // The last of the first ten on top, so that an earlier fault found later can push it out.
  private final PriorityQueue<TariffFileRefused.Fault> first =
      new PriorityQueue<>(Comparator.comparingLong(TariffFileRefused.Fault::row).reversed());
  private long total;

  void add(long row, String column, String reason) {
    total++;
    first.add(new TariffFileRefused.Fault(row, column, reason));
    if (first.size() > SHOWN) {
      first.poll();
    }
  }

  boolean isEmpty() {
    return total == 0;
  }

  TariffFileRefused refusalOf(java.nio.file.Path file) {
    return TariffFileRefused.forRows(
        file,
        first.stream().sorted(Comparator.comparingLong(TariffFileRefused.Fault::row)).toList(),
        total);
  }
}
