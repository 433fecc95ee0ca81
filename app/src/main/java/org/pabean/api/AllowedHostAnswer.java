package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.integration.AllowedHost;

/** A host off the public internet that webhooks may reach. */
@Schema(name = "AllowedHost")
record AllowedHostAnswer(
    String host, @Schema(description = "Who allowed it.") String by, Instant at) {

  /** Hosts in their order. */
  @Schema(name = "AllowedHosts")
  record Page(List<AllowedHostAnswer> hosts) {}

  /** A host to be allowed. */
  @Schema(
      name = "HostOrder",
      requiredProperties = {"host"})
  record Order(
      @Schema(description = "A name or an address, without a port.", example = "n8n.internal")
          @Nullable String host) {

    String name() {
      return Door.required("host", host, Door.SHORT, "give the name or address of the host");
    }
  }

  static AllowedHostAnswer of(AllowedHost host) {
    return new AllowedHostAnswer(host.host(), host.by(), host.at());
  }
}
