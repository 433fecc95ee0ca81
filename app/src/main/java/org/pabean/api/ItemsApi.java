package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.ItemState;
import org.pabean.security.Login;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows items: products with the classification in force for one destination. */
@RestController
@RequestMapping(path = "/api/v1/items", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Items")
class ItemsApi {

  private final Catalogue catalogue;
  private final ItemAnswers answers;

  ItemsApi(Catalogue catalogue, ItemAnswers answers) {
    this.catalogue = catalogue;
    this.answers = answers;
  }

  @GetMapping
  @Operation(
      operationId = "listItems",
      summary = "List items, the last changed first; a seller sees only their own")
  ItemSummary.Page list(
      @Parameter(
              description = "Only items in this state.",
              schema = @Schema(allowableValues = {"FINAL", "HELD", "PROHIBITED"}))
          @RequestParam(required = false)
          @Nullable String state,
      @Parameter(description = "How many at most, up to 500.") @RequestParam(defaultValue = "100")
          int limit,
      @AuthenticationPrincipal Login login) {
    @Nullable ItemState only = Door.choice("state", state, ItemState.class);
    return new ItemSummary.Page(
        catalogue.list(login.actor(), only, Door.limit(limit)).stream()
            .map(ItemSummary::of)
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "getItem",
      summary = "Show an item with all evidence, findings and decisions")
  ItemAnswer get(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    return catalogue
        .find(id, login.actor())
        .map(answers::of)
        .orElseThrow(() -> Refusal.notFound("item", id));
  }
}
