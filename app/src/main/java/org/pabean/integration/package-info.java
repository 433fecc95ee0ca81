/** Tells the world outside what happened: outbox and signed webhooks. */
@NullMarked
@ApplicationModule(
    displayName = "integration",
    allowedDependencies = {
      "tariff",
      "listing",
      "classify",
      "screening",
      "assess",
      "security",
      "record",
      "catalogue",
      "review",
      "shipment",
      "deadline",
      "document"
    })
package org.pabean.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
