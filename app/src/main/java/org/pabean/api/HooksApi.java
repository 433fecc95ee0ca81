package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.pabean.integration.EventKind;
import org.pabean.integration.Hooks;
import org.pabean.security.Login;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks that programs order and cancel by themselves, each bound to its token's owner. */
@RestController
@RequestMapping(path = "/api/v1/hooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Hooks")
class HooksApi {

  private final Hooks hooks;
  private final JsonMapper json;

  HooksApi(Hooks hooks, JsonMapper json) {
    this.hooks = hooks;
    this.json = json;
  }

  @GetMapping
  @Operation(operationId = "listHooks", summary = "List your own hooks")
  HookAnswer.Page list(@AuthenticationPrincipal Login login) {
    return new HookAnswer.Page(hooks.list(login.actor()).stream().map(HookAnswer::of).toList());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "subscribeHook",
      summary = "Order events of one kind",
      description =
          "The hook ends when it is cancelled, when its receiver answers 410, or when your account"
              + " may no longer see what it is told of.")
  @ApiResponse(
      responseCode = "201",
      description = "The hook, with the secret that is shown only now")
  HookAnswer.Added subscribe(
      @RequestBody HookAnswer.Order order, @AuthenticationPrincipal Login login) {
    String kind = order.kind();
    String url = order.address();
    Door.make("event", () -> EventKind.choose(List.of(kind)));
    return HookAnswer.of(Door.make("url", () -> hooks.subscribe(url, kind, login.actor())));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "unsubscribeHook", summary = "Cancel one of your own hooks")
  void unsubscribe(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    if (!hooks.unsubscribe(id, login.actor())) {
      throw Refusal.notFound("hook", id);
    }
  }

  @GetMapping("/samples")
  @Operation(
      operationId = "sampleEvents",
      summary = "The last messages of a kind, the newest first; empty if there was none yet")
  List<JsonNode> samples(
      @Parameter(description = "The kind.", example = "task.created") @RequestParam String event) {
    List<EventKind> kinds = Door.make("event", () -> EventKind.choose(List.of(event)));
    return hooks.samples(kinds.get(0)).stream().map(json::readTree).toList();
  }
}
