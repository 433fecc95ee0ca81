package org.pabean.consignment;

import java.util.List;
import java.util.Set;
import org.pabean.consignment.Consignment.Regime;

/**
 * A form and its fields.
 *
 * @param id such as {@code vn-ida}
 * @param kind what sort of paper it is
 * @param title as printed
 * @param destination ISO country; empty if it is the same everywhere
 * @param regimes for which it is filled; empty for all
 * @param most how many lines it takes; 0 if there is no limit
 * @param digits how many a code must have there
 * @param note what its reader must know; empty if nothing
 * @param fields in their order
 */
record FormTable(
    String id,
    PaperKind kind,
    String title,
    String destination,
    Set<Regime> regimes,
    int most,
    Set<Integer> digits,
    String note,
    List<FormField> fields) {

  /** Whether every field was checked at a source. */
  boolean isVerified() {
    return fields.stream().allMatch(field -> field.verified().equals("yes"));
  }
}
