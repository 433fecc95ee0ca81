package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.pabean.review.ReviewQueue;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.pabean.security.Role;
import org.pabean.shipment.Shipment;
import org.pabean.shipment.Shipments;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes shipments in and shows how they stand. */
@RestController
@RequestMapping(path = "/api/v1/shipments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Shipments")
class ShipmentsApi {

  private final Shipments shipments;
  private final ReviewQueue queue;
  private final Clock clock;

  ShipmentsApi(Shipments shipments, ReviewQueue queue, Clock clock) {
    this.shipments = shipments;
    this.queue = queue;
    this.clock = clock;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "sendShipment",
      summary = "Send a shipment; each line's goods are classified, and held where they must be",
      description =
          "The same reference sent again with the same goods changes nothing and gives the"
              + " shipment that is there.")
  @ApiResponse(responseCode = "201", description = "The shipment as it stands")
  @ApiResponse(
      responseCode = "409",
      description = "shipment-exists: the reference came before with other goods")
  ResponseEntity<ShipmentAnswer> send(
      @RequestBody ShipmentRequest request, @AuthenticationPrincipal Login login) {
    Shipment shipment =
        shipments.enter(request.toConsignment(), LocalDate.now(clock), login.actor());
    return ResponseEntity.created(URI.create("/api/v1/shipments/" + shipment.id()))
        .body(answer(shipment, login.actor()));
  }

  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "amendShipment",
      summary = "Send another record in the place of a shipment's",
      description =
          "Reference and destination stay. The goods are classified again; what was issued stays"
              + " as it is until the papers are issued anew. The same record changes nothing.")
  ShipmentAnswer amend(
      @PathVariable UUID id,
      @RequestBody ShipmentRequest request,
      @AuthenticationPrincipal Login login) {
    if (shipments.find(id, login.actor()).isEmpty()) {
      throw Refusal.notFound("shipment", id);
    }
    return answer(
        shipments.amend(id, request.toConsignment(), LocalDate.now(clock), login.actor()),
        login.actor());
  }

  @GetMapping
  @Operation(
      operationId = "listShipments",
      summary = "List shipments, the newest first; a seller sees only their own")
  ShipmentAnswer.Page list(
      @Parameter(description = "How many at most, up to 500.") @RequestParam(defaultValue = "100")
          int limit,
      @AuthenticationPrincipal Login login) {
    return new ShipmentAnswer.Page(
        shipments.list(login.actor(), Door.limit(limit)).stream()
            .map(ShipmentAnswer.Summary::of)
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getShipment", summary = "Show a shipment with its lines as they stand")
  ShipmentAnswer get(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    return shipments
        .find(id, login.actor())
        .map(shipment -> answer(shipment, login.actor()))
        .orElseThrow(() -> Refusal.notFound("shipment", id));
  }

  private ShipmentAnswer answer(Shipment shipment, Actor actor) {
    Map<UUID, UUID> tasksByItem = new HashMap<>();
    if (actor.is(Role.SPECIALIST)) {
      for (Shipment.Line line : shipment.notFinal()) {
        queue
            .findOpenByItem(line.itemId())
            .ifPresent(task -> tasksByItem.put(line.itemId(), task.id()));
      }
    }
    return ShipmentAnswer.of(shipment, tasksByItem);
  }
}
