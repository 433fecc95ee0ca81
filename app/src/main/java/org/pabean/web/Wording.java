package org.pabean.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Lane;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.knowledge.KnownDecision;
import org.pabean.knowledge.Strength;
import org.pabean.review.Verdict;
import org.pabean.screening.Finding;
import org.springframework.stereotype.Component;

/** The words and figures of the pages, so that every page says the same thing the same way. */
@Component("wording")
class Wording {

  /**
   * How an item stands.
   *
   * @param text the word
   * @param tone the colour that goes with it: final, held, stop or machine
   * @param icon the sign that goes with it
   */
  record Standing(String text, String tone, String icon) {}

  public Standing standing(Item item) {
    if (item.state() == ItemState.FINAL && item.lane() == Lane.AUTO) {
      boolean relied = item.assessment().precedent() != null;
      return new Standing(relied ? "Final, as decided before" : "Final by machine", "final", "ok");
    }
    return standing(item.state(), item.lane());
  }

  public Standing standing(ItemState state, @Nullable Lane lane) {
    return switch (state) {
      case FINAL -> new Standing(lane == null ? "Final" : "Final by person", "final", "ok");
      case HELD ->
          lane == Lane.BLOCKED
              ? new Standing("Blocked", "stop", "stop")
              : new Standing("Held", "held", "wait");
      case PROHIBITED -> new Standing("Prohibited", "stop", "ban");
    };
  }

  /** How a precedent stands. */
  public Standing standing(KnownDecision.State state) {
    return switch (state) {
      case IN_FORCE -> new Standing("In force", "final", "ok");
      case EXPIRED -> new Standing("Expired", "machine", "wait");
      case REPLACED -> new Standing("Replaced", "machine", "person");
      case WITHDRAWN -> new Standing("Taken back", "machine", "person");
      case RETIRED -> new Standing("Retired", "stop", "stop");
    };
  }

  /** How much a precedent weighs. */
  public String strength(Strength strength) {
    return switch (strength) {
      case RULING -> "an authority's ruling";
      case ADJUDICATED -> "settled by a lead, where somebody was in doubt";
      case TWO_PERSONS -> "two people agree";
      case ONE_PERSON -> "one person";
    };
  }

  /** A destination with code and name. */
  public String country(String code) {
    return code + " " + countryName(code);
  }

  public String countryName(String code) {
    return code.isEmpty()
        ? ""
        : new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }

  /** A confidence, rounded down: it never looks better than it is. */
  public String percent(double share) {
    return "%d %%".formatted((int) Math.floor(share * 100 + 1e-9));
  }

  /** A share of errors, rounded up to a tenth of a percent: it never looks better than it is. */
  public String share(double share) {
    double tenths = Math.ceil(share * 1000 - 1e-9) / 10;
    return tenths == Math.rint(tenths)
        ? "%.0f %%".formatted(tenths)
        : String.format(Locale.ENGLISH, "%.1f %%", tenths);
  }

  public int percentOf(double share) {
    return (int) Math.floor(share * 100 + 1e-9);
  }

  public String money(BigDecimal amount, String currency) {
    int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount.setScale(decimals, RoundingMode.HALF_UP));
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
  }

  public String quantity(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString();
  }

  public String weight(int grams) {
    return grams < 1000
        ? grams + " g"
        : BigDecimal.valueOf(grams).movePointLeft(3).stripTrailingZeros().toPlainString() + " kg";
  }

  /** What a person's answer was, in the past tense. */
  public String verdict(Verdict verdict) {
    return switch (verdict) {
      case ACCEPT -> "Accepted";
      case RECLASSIFY -> "Reclassified";
      case PROHIBIT -> "Prohibited";
      case ESCALATE -> "Escalated to a lead";
    };
  }

  /** A category or field as words. */
  public String plain(String slug) {
    return slug.startsWith("attribute:")
        ? slug.substring("attribute:".length())
        : slug.replace('_', ' ');
  }

  /** The reasons of an item that is held, one word each, none twice. */
  public List<String> reasons(Item item) {
    return item.assessment().open().stream().map(finding -> reason(finding)).distinct().toList();
  }

  private String reason(Finding finding) {
    return category(finding.category());
  }

  /** The category of a finding as a reason to hold goods. */
  public String category(String slug) {
    return switch (slug) {
      case "confidence" -> "not sure enough";
      case "trap" -> "known trap";
      case "audit" -> "found by an audit";
      case "precedent" -> "decision retired";
      default -> plain(slug);
    };
  }
}
