package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.integration.Deliveries;
import org.pabean.integration.Delivery;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How events fared on their way, for specialists and above. */
@RestController
@RequestMapping(path = "/api/v1/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deliveries")
class DeliveriesApi {

  private final Deliveries deliveries;

  DeliveriesApi(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @GetMapping
  @Operation(operationId = "listDeliveries", summary = "List deliveries, the newest first")
  DeliveryAnswer.Page list(
      @Parameter(
              description = "Only deliveries in this state.",
              schema = @Schema(allowableValues = {"PENDING", "DELIVERED", "FAILED"}))
          @RequestParam(required = false)
          @Nullable String state,
      @Parameter(description = "Only of events on this task, shipment or document.")
          @RequestParam(required = false)
          @Nullable UUID about,
      @Parameter(description = "How many at most, up to 500.") @RequestParam(defaultValue = "100")
          int limit) {
    Delivery.@Nullable State only = Door.choice("state", state, Delivery.State.class);
    return new DeliveryAnswer.Page(
        deliveries.list(only, about, Door.limit(limit)).stream().map(DeliveryAnswer::of).toList());
  }

  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "retryDelivery", summary = "Send a failed delivery again")
  @ApiResponse(responseCode = "202", description = "It will be tried again at once")
  @ApiResponse(responseCode = "409", description = "delivery-not-failed")
  void retry(@PathVariable UUID id) {
    if (!deliveries.retry(id)) {
      throw new Refusal(
          Problem.of(
              HttpStatus.CONFLICT,
              "delivery-not-failed",
              "there is no failed delivery %s; only failed ones are sent again".formatted(id)));
    }
  }
}
