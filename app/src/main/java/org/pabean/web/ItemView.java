package org.pabean.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.classify.Line;
import org.pabean.review.Decision;
import org.pabean.screening.Finding;
import org.pabean.shipment.Shipment;
import org.pabean.tariff.Code;

/**
 * One item with all that was said about it, as the item page and the task page show it.
 *
 * @param item the item
 * @param seller whose it is, by name
 * @param texts the listing's texts with the words that spoke marked
 * @param reasons the findings that hold the item, then those that did
 * @param notes what the reader should know and nobody has to decide
 * @param candidates the machine's readings, the likeliest first
 * @param threshold from which confidence on the machine finalises by itself
 * @param line the tariff line of eight digits that the first reading leads to; null if none is
 *     known
 * @param codeText what the code in force covers; empty without one
 * @param answers the answers of the question that would separate the readings
 * @param decisions what persons said, the last first
 * @param shipments those that the item travels in
 */
record ItemView(
    Item item,
    String seller,
    List<Text> texts,
    List<Reason> reasons,
    List<Finding> notes,
    List<Reading> candidates,
    double threshold,
    @Nullable TariffLine line,
    String codeText,
    List<Reading> answers,
    List<Decision> decisions,
    List<Shipment> shipments) {

  /**
   * A text of the listing.
   *
   * @param label what the text is
   * @param stretches the text, marked
   */
  record Text(String label, List<Marks.Stretch> stretches) {}

  /**
   * Why the item is held, or was.
   *
   * @param key names the marks that belong to it
   * @param finding what fired
   * @param settled whether an earlier decision has answered it
   * @param since from which day the rule applies; null if it is open or no rule stands behind it
   * @param checked when a person last compared the rule with its source; null if no rule is behind
   */
  record Reason(
      String key,
      Finding finding,
      boolean settled,
      @Nullable LocalDate since,
      @Nullable LocalDate checked) {

    public boolean isConfidence() {
      return finding.category().equals("confidence");
    }

    /** Whether the source is an address that can be opened. */
    public boolean isLinked() {
      return finding.source().startsWith("http");
    }
  }

  /**
   * A code that the goods may have.
   *
   * @param key names the marks that belong to it
   * @param number from 1, as the keyboard chooses it
   * @param code the code
   * @param description what it covers
   * @param heading what its heading covers
   * @param confidence how sure the machine is
   * @param words what spoke for it
   * @param support known goods that are like it, and legal notes in favour
   * @param against words, legal notes and exclusions that speak against it
   * @param notes what to read before it is accepted
   */
  record Reading(
      String key,
      int number,
      Code code,
      String description,
      String heading,
      double confidence,
      List<String> words,
      List<String> support,
      List<String> against,
      List<String> notes) {}

  /**
   * A tariff line of eight digits.
   *
   * @param line the line as the machine gives it
   * @param description what sets it apart
   */
  record TariffLine(Line line, String description) {}

  public Text title() {
    return texts.get(0);
  }

  public List<Text> furtherTexts() {
    return texts.subList(1, texts.size());
  }

  public List<Reason> open() {
    return reasons.stream().filter(reason -> !reason.settled()).toList();
  }

  /** The readings that a person chooses from with one key. */
  public List<Reading> firstThree() {
    return candidates.stream().limit(3).toList();
  }

  public @Nullable Code machineCode() {
    return item.assessment().code();
  }

  public Map<String, String> versions() {
    return item.assessment().versions();
  }
}
