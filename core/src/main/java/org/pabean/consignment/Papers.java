package org.pabean.consignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Consignment.Regime;
import org.pabean.consignment.Transport.Service;

/**
 * The papers that a consignment needs, filled as far as nothing is wrong with them.
 *
 * @param forms those that can be printed, in their order
 * @param faults why the others cannot; empty if all can
 * @param notes what must be known besides
 */
public record Papers(List<FilledForm> forms, List<PaperFault> faults, List<String> notes) {

  /** Up to this value in special drawing rights a letter travels with CN22. */
  private static final BigDecimal MOST_FOR_CN22 = new BigDecimal(300);

  /** Copies the lists. */
  public Papers {
    forms = List.copyOf(forms);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /** Whether no fault concerns every paper, so that those without faults of their own can go. */
  public boolean agree() {
    return faults.stream().noneMatch(fault -> fault.form().equals(PaperChecks.ALL));
  }

  /** Fills all that is needed. Faults that concern every paper leave none of them. */
  public static Papers of(Cleared cleared) {
    List<PaperFault> faults = new ArrayList<>(PaperChecks.faults(cleared));
    List<FilledForm> forms = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Elements elements = Elements.of(cleared);
    boolean printable = faults.isEmpty();
    for (FormTable table : needed(cleared.consignment(), faults, notes)) {
      var filler = new FormFiller(table, elements);
      FilledForm form = filler.fill();
      faults.addAll(filler.faults());
      if (printable && filler.faults().isEmpty()) {
        forms.add(form);
      }
    }
    return new Papers(forms, faults, notes);
  }

  private static List<FormTable> needed(
      Consignment said, List<PaperFault> faults, List<String> notes) {
    FormTables tables = FormTables.builtIn();
    List<FormTable> needed = new ArrayList<>();
    needed.add(tables.get("packing-list"));
    if (said.transport().isPostal()) {
      needed.add(tables.get(isSmallLetter(said) ? "cn22" : "cn23"));
    }
    Preference claim = said.preference();
    if (claim != null) {
      boolean atiga = claim.agreement() == Preference.Agreement.ATIGA;
      needed.add(tables.get(atiga ? "co-atiga" : "co-rcep"));
    }
    Regime regime = said.regime();
    if (regime == null) {
      faults.add(
          new PaperFault(
              "declaration",
              "",
              "regime",
              "say how the goods are declared: LOW_VALUE, POSTAL, EXPRESS or FORMAL"));
      return needed;
    }
    List<FormTable> declarations =
        tables.all().stream()
            .filter(table -> table.destination().equals(said.destination()))
            .filter(table -> table.regimes().contains(regime))
            .toList();
    if (declarations.isEmpty()) {
      notes.add(
          "No declaration of %s is filled for %s: the carrier declares from the data of the goods."
              .formatted(said.destination(), regime));
    }
    needed.addAll(declarations);
    return needed;
  }

  /** CN23 says all that CN22 does, so a value that cannot be compared goes with CN23. */
  private static boolean isSmallLetter(Consignment said) {
    @Nullable BigDecimal rate = said.rates().get("XDR");
    return said.transport().service() == Service.LETTER
        && rate != null
        && Amounts.of(said).goods().multiply(rate).compareTo(MOST_FOR_CN22) < 0;
  }
}
