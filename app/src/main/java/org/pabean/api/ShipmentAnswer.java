package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.ConsignmentFile;
import org.pabean.consignment.Party;
import org.pabean.shipment.Shipment;
import tools.jackson.databind.node.ObjectNode;

/** A shipment as it stands. */
@Schema(name = "Shipment", description = "A consignment; held while any line is not final.")
record ShipmentAnswer(
    UUID id,
    String reference,
    String destination,
    PartyAnswer consignor,
    PartyAnswer consignee,
    String incoterm,
    String place,
    String currency,
    BigDecimal freight,
    BigDecimal insurance,
    @Nullable LocalDate shipBy,
    Instant createdAt,
    @Schema(description = "Whether any line is not final; no document is issued then.")
        boolean held,
    List<LineAnswer> lines,
    @Schema(
            type = "object",
            description = "All that papers are filled from; sent back changed, it amends.")
        ObjectNode record) {

  /** Shipments in their order. */
  @Schema(name = "Shipments")
  record Page(List<Summary> shipments) {}

  /** A shipment in a line. */
  @Schema(name = "ShipmentSummary")
  record Summary(
      UUID id,
      String reference,
      String destination,
      boolean held,
      int lines,
      @Schema(description = "The numbers of the lines that are not final.") List<Integer> heldLines,
      Instant createdAt) {

    static Summary of(Shipment shipment) {
      return new Summary(
          shipment.id(),
          shipment.reference(),
          shipment.destination(),
          shipment.isHeld(),
          shipment.lines().size(),
          shipment.notFinal().stream().map(Shipment.Line::number).toList(),
          shipment.createdAt());
    }
  }

  /** Somebody named in the papers. */
  @Schema(name = "PartyAnswer")
  record PartyAnswer(
      String name,
      String street,
      String city,
      String postcode,
      String country,
      String email,
      String phone,
      String taxId) {

    private static PartyAnswer of(Party party) {
      return new PartyAnswer(
          party.name(),
          party.street(),
          party.city(),
          party.postcode(),
          party.country(),
          party.email(),
          party.phone(),
          party.taxId());
    }
  }

  /** One line. */
  @Schema(name = "ShipmentLine")
  record LineAnswer(
      @Schema(description = "From 1.") int number,
      UUID itemId,
      String sku,
      String description,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      String origin,
      @Nullable Integer weightGrams,
      @Schema(allowableValues = {"FINAL", "HELD", "PROHIBITED"}) String state,
      @Nullable String code,
      @Nullable String codeDotted,
      @Schema(description = "The open review task of a held line; for specialists only.")
          @Nullable UUID taskId) {

    private static LineAnswer of(Shipment.Line line, @Nullable UUID taskId) {
      return new LineAnswer(
          line.number(),
          line.itemId(),
          line.sku(),
          line.description(),
          line.goods().quantity(),
          line.goods().unit(),
          line.goods().unitPrice(),
          line.goods().listing().origin(),
          line.goods().listing().weightGrams(),
          line.state().name(),
          CodeText.digits(line.code()),
          CodeText.dotted(line.code()),
          taskId);
    }
  }

  static ShipmentAnswer of(Shipment shipment, Map<UUID, UUID> tasksByItem) {
    Consignment said = shipment.consignment();
    return new ShipmentAnswer(
        shipment.id(),
        shipment.reference(),
        shipment.destination(),
        PartyAnswer.of(said.consignor()),
        PartyAnswer.of(said.consignee()),
        said.incoterm(),
        said.place(),
        said.currency(),
        said.freight(),
        said.insurance(),
        said.shipBy(),
        shipment.createdAt(),
        shipment.isHeld(),
        shipment.lines().stream()
            .map(line -> LineAnswer.of(line, tasksByItem.get(line.itemId())))
            .toList(),
        ConsignmentFile.write(said));
  }
}
