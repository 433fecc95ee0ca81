package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Intake;
import org.pabean.review.Submission;
import org.pabean.security.Login;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes listings in. */
@RestController
@RequestMapping(path = "/api/v1/listings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Listings")
class ListingsApi {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 100;

  private final Intake intake;

  ListingsApi(Intake intake) {
    this.intake = intake;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "sendListings",
      summary = "Send one listing, or an array of up to 500: all are taken or none")
  @ApiResponse(responseCode = "201", description = "What became of each listing")
  @ApiResponse(responseCode = "409", description = "idempotency-key-reused")
  ReceiptAnswer send(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(oneOf = {ListingRequest.class, ListingRequest[].class})))
          @RequestBody
          ListingsRequest listings,
      @Parameter(
              description =
                  "Your name for this request, at most 100 characters. Sent again with the same"
                      + " listings it changes nothing and gives the first answer.")
          @RequestHeader(name = IDEMPOTENCY_KEY, required = false)
          @Nullable String idempotencyKey,
      @AuthenticationPrincipal Login login) {
    @Nullable String key =
        idempotencyKey == null
            ? null
            : Door.required(
                IDEMPOTENCY_KEY, idempotencyKey, LONGEST_KEY, "give a key or leave it out");
    List<Submission> submissions = listings.toSubmissions();
    return ReceiptAnswer.of(intake.submit(submissions, login.actor(), key));
  }
}
