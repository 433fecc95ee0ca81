/** REST: raw requests in, versioned records and problem details (RFC 9457) out. */
@NullMarked
@ApplicationModule(
    displayName = "api",
    allowedDependencies = {
      "tariff",
      "listing",
      "consignment",
      "classify",
      "screening",
      "assess",
      "evaluate",
      "security",
      "registry",
      "record",
      "catalogue",
      "review",
      "knowledge",
      "shipment",
      "oversight",
      "document",
      "autonomy",
      "integration"
    })
package org.pabean.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
