/** The pages: reading, calling and showing; what things mean is decided in the packages above. */
@NullMarked
@ApplicationModule(
    displayName = "web",
    allowedDependencies = {
      "tariff",
      "text",
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
      "deadline",
      "oversight",
      "document",
      "autonomy",
      "integration"
    })
package org.pabean.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
