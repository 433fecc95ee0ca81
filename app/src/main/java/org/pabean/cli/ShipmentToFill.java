package org.pabean.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pabean.assess.Assessment;
import org.pabean.assess.Assessor;
import org.pabean.assess.Precedent;
import org.pabean.assess.Precedents;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.ConsignmentFile;
import org.pabean.listing.Listing;
import org.pabean.screening.Finding;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shipment from a file, with what persons decided on its lines.
 *
 * @param consignment the record
 * @param decided a person's decision on some of its goods
 */
record ShipmentToFill(Consignment consignment, Map<Listing, Decided> decided) {

  /**
   * What a person decided.
   *
   * @param code of the goods
   * @param by the person's name
   * @param on the day
   * @param rationale why
   * @param legalBasis General Rule, note or ruling
   * @param answers ids of the rules that the person had before them
   */
  record Decided(
      Code code,
      String by,
      LocalDate on,
      String rationale,
      String legalBasis,
      Set<String> answers) {

    Precedent precedent(Set<String> settled) {
      return new Precedent("file", code, Edition.HS2022, by, on, rationale, legalBasis, settled);
    }
  }

  static ShipmentToFill read(byte[] file) {
    ObjectNode tree = ConsignmentFile.tree(file);
    Map<Integer, Decided> byLine = new HashMap<>();
    JsonNode lines = tree.path("lines");
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) instanceof ObjectNode line && line.has("decided")) {
        byLine.put(i, decided(line.remove("decided"), "lines[%d].decided.".formatted(i + 1)));
      }
    }
    Consignment consignment = ConsignmentFile.read(tree);
    Map<Listing, Decided> decided = new HashMap<>();
    byLine.forEach((i, one) -> decided.put(consignment.lines().get(i).listing(), one));
    return new ShipmentToFill(consignment, decided);
  }

  private static Decided decided(JsonNode node, String at) {
    try {
      return new Decided(
          Code.parse(text(node, "code", at)),
          text(node, "by", at),
          LocalDate.parse(text(node, "on", at)),
          text(node, "rationale", at),
          text(node, "legalBasis", at),
          node.path("answers").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'%son' is not a day: write 2026-11-24".formatted(at), e);
    }
  }

  private static String text(JsonNode node, String field, String at) {
    String text = node.path(field).asString("").strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s%s' is missing: a decision names its code, by, on, rationale and legalBasis"
              .formatted(at, field));
    }
    return text;
  }

  /** Assesses each line; what a person has decided and answered holds it no more. */
  List<Assessment> assess(Function<Precedents, Assessor> assessors, LocalDate day) {
    Map<Listing, Precedent> inForce = new HashMap<>();
    Assessor assessor =
        assessors.apply(
            (listing, destination, edition, date) -> Optional.ofNullable(inForce.get(listing)));
    decided.forEach(
        (listing, one) -> {
          Assessment before = assessor.assess(listing, consignment.destination(), day);
          Set<String> settled = new HashSet<>();
          for (Finding finding : before.findings()) {
            if (one.answers().contains(finding.rule())) {
              settled.add(finding.id());
            }
          }
          inForce.put(listing, one.precedent(settled));
        });
    return consignment.lines().stream()
        .map(line -> assessor.assess(line.listing(), consignment.destination(), day))
        .toList();
  }
}
