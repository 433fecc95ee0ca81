package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.integration.AllowedHosts;
import org.pabean.integration.EventKind;
import org.pabean.integration.Webhook;
import org.pabean.integration.Webhooks;
import org.pabean.security.Login;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The addresses that are told of events, for admins. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhooks")
class WebhooksApi {

  private final Webhooks webhooks;
  private final AllowedHosts hosts;

  WebhooksApi(Webhooks webhooks, AllowedHosts hosts) {
    this.webhooks = webhooks;
    this.hosts = hosts;
  }

  @GetMapping
  @Operation(operationId = "listWebhooks", summary = "List the addresses in use")
  WebhookAnswer.Page list() {
    return new WebhookAnswer.Page(webhooks.list().stream().map(WebhookAnswer::of).toList());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "addWebhook",
      summary = "Add an address; from now on it is told of the events that it wants")
  @ApiResponse(
      responseCode = "201",
      description = "The webhook, with the secret that is shown only now")
  WebhookAnswer.Added add(
      @RequestBody WebhookRequest request, @AuthenticationPrincipal Login login) {
    String url = request.address();
    return WebhookAnswer.Added.of(add(url, request.events(), login));
  }

  @PutMapping(path = "/{id}/events", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "chooseEvents", summary = "Choose what an address is told of")
  void choose(@PathVariable UUID id, @RequestBody WebhookRequest.Kinds request) {
    List<String> kinds = request.events();
    boolean there = Door.make("events", () -> webhooks.tellOf(id, kinds));
    if (!there) {
      throw Refusal.notFound("webhook", id);
    }
  }

  @PostMapping("/{id}/secret")
  @Operation(
      operationId = "renewSecret",
      summary = "Give an address a new secret; for a while messages bear both signatures")
  WebhookAnswer.Added renewSecret(@PathVariable UUID id) {
    return webhooks
        .renewSecret(id)
        .map(WebhookAnswer.Added::of)
        .orElseThrow(() -> Refusal.notFound("webhook", id));
  }

  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "testWebhook", summary = "Send an address a test message")
  @ApiResponse(responseCode = "202", description = "It is on its way; see Deliveries")
  void test(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    if (!webhooks.test(id, login.actor())) {
      throw Refusal.notFound("webhook", id);
    }
  }

  private Webhook.Added add(String url, @Nullable List<String> events, Login login) {
    if (events != null) {
      // Apart from the address, so that a fault names its own field.
      Door.make("events", () -> EventKind.choose(events));
    }
    return Door.make("url", () -> webhooks.add(url, events, login.actor()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeWebhook", summary = "Stop telling an address")
  void remove(@PathVariable UUID id) {
    if (!webhooks.remove(id)) {
      throw Refusal.notFound("webhook", id);
    }
  }

  @GetMapping("/hosts")
  @Operation(
      operationId = "listAllowedHosts",
      summary = "List the hosts off the public internet that webhooks may reach")
  AllowedHostAnswer.Page hosts() {
    return new AllowedHostAnswer.Page(hosts.list().stream().map(AllowedHostAnswer::of).toList());
  }

  @PostMapping(path = "/hosts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "allowHost",
      summary = "Let webhooks reach a host off the public internet")
  void allow(@RequestBody AllowedHostAnswer.Order request, @AuthenticationPrincipal Login login) {
    String host = request.name();
    Door.make("host", () -> hosts.allow(host, login.actor()));
  }

  @DeleteMapping("/hosts/{host}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "forbidHost", summary = "Let webhooks reach a host no longer")
  @ApiResponse(responseCode = "404", description = "not-found: no such host was allowed")
  void forbid(@PathVariable String host, @AuthenticationPrincipal Login login) {
    if (!hosts.forbid(host, login.actor())) {
      throw Refusal.notFound("allowed host " + host);
    }
  }
}
