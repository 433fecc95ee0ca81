package org.pabean.consignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Consignment.Regime;
import org.pabean.listing.Money;
import org.pabean.screening.Finding;
import org.pabean.screening.LowValueSchemes;
import org.pabean.tariff.Code;

/** What must agree across all papers before any of them is printed. */
final class PaperChecks {

  /** Stands for a form in a fault that concerns all of them. */
  static final String ALL = "all papers";

  private static final Set<String> ASKS_FOR_A_PERMIT = Set.of("permit", "registration");
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "gift",
          "gifts",
          "parts",
          "accessories",
          "sample",
          "samples",
          "goods",
          "merchandise",
          "item",
          "items",
          "product",
          "products",
          "stuff",
          "various",
          "misc");

  private final Cleared cleared;
  private final Consignment said;
  private final List<PaperFault> faults = new ArrayList<>();

  private PaperChecks(Cleared cleared) {
    this.cleared = cleared;
    this.said = cleared.consignment();
  }

  static List<PaperFault> faults(Cleared cleared) {
    var checks = new PaperChecks(cleared);
    checks.amounts();
    checks.weights();
    for (int i = 0; i < cleared.lines().size(); i++) {
      checks.line(i);
      checks.packed(i);
    }
    checks.lowValue();
    if (!checks.said.consignee().country().equals(checks.said.destination())) {
      checks.refuse(
          "consignee.country",
          "the goods go to %s, but the consignee is in %s"
              .formatted(checks.said.destination(), checks.said.consignee().country()));
    }
    return List.copyOf(checks.faults);
  }

  private void amounts() {
    Amounts amounts = Amounts.of(said);
    if (amounts.discount().compareTo(amounts.goods()) > 0) {
      refuse(
          "discount",
          "the discount of %s is more than all goods cost (%s)"
              .formatted(amounts.discount(), amounts.goods()));
    }
  }

  private void weights() {
    BigDecimal gross = cleared.grossGrams();
    BigDecimal net = cleared.netGrams();
    if (gross != null && net != null && net.compareTo(gross) > 0) {
      refuse(
          "packages",
          "the goods weigh %s g net, but all packages with them %s g gross"
              .formatted(net.stripTrailingZeros().toPlainString(), gross.toPlainString()));
    }
  }

  private void line(int index) {
    Consignment.Line line = said.lines().get(index);
    Cleared.Line known = cleared.lines().get(index);
    String at = "lines[%d].".formatted(index + 1);
    @Nullable Code chosen = line.tariffLine();
    if (chosen != null && !chosen.isWithin(known.code())) {
      refuse(
          at + "tariffLine",
          "%s does not lie within %s, which was decided".formatted(chosen, known.code()));
    }
    String title = line.listing().title().strip();
    if (SAYS_NOTHING.contains(title.toLowerCase(Locale.ROOT)) || title.length() < 4) {
      refuse(at + "listing.title", "\"%s\" does not say what the goods are".formatted(title));
    }
    for (Finding finding : known.findings()) {
      if (ASKS_FOR_A_PERMIT.contains(finding.status()) && finding.holds()) {
        permit(finding, line, at);
      }
    }
  }

  private void permit(Finding finding, Consignment.Line line, String at) {
    List<Permit> answering =
        line.permits().stream().filter(permit -> permit.rules().contains(finding.rule())).toList();
    if (answering.isEmpty()) {
      refuse(
          at + "permits",
          "%s (%s) asks for a %s of %s; enter it with \"rules\": [\"%s\"]"
              .formatted(
                  finding.title(),
                  finding.rule(),
                  finding.status(),
                  finding.authority(),
                  finding.rule()));
    } else if (answering.stream().noneMatch(permit -> permit.isGoodOn(cleared.date()))) {
      refuse(
          at + "permits",
          "%s is not good on %s".formatted(answering.get(0).number(), cleared.date()));
    }
  }

  private void packed(int index) {
    if (said.packages().isEmpty()) {
      return;
    }
    BigDecimal packed =
        said.packages().stream()
            .flatMap(pack -> pack.contents().stream())
            .filter(content -> content.line() == index + 1)
            .map(Pack.Content::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal quantity = said.lines().get(index).quantity();
    if (packed.compareTo(quantity) != 0) {
      refuse(
          "packages",
          "line %d has %s %s, but the packages hold %s"
              .formatted(
                  index + 1,
                  quantity.toPlainString(),
                  said.lines().get(index).unit(),
                  packed.toPlainString()));
    }
  }

  private void lowValue() {
    if (said.regime() != Regime.LOW_VALUE) {
      return;
    }
    Money value = new Money(Amounts.of(said).cif(), said.currency());
    List<LowValueSchemes.Answer> answers =
        LowValueSchemes.builtIn()
            .applicable(
                said.destination(),
                cleared.date(),
                LowValueSchemes.Unit.CONSIGNMENT,
                value,
                Set.of(),
                cleared.lines().stream().map(Cleared.Line::code).toList());
    boolean taken =
        answers.stream().anyMatch(one -> one.standing() != LowValueSchemes.Standing.EXCLUDED);
    if (!taken) {
      refuse(
          "regime",
          "no scheme for low values of %s takes these goods at %s %s on %s"
              .formatted(said.destination(), value.amount(), value.currency(), cleared.date()));
    }
  }

  private void refuse(String path, String reason) {
    faults.add(new PaperFault(ALL, "", path, reason));
  }
}
