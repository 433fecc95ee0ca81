/** Consignments and their lines: what is held and why. */
@NullMarked
@ApplicationModule(
    displayName = "shipment",
    allowedDependencies = {
      "tariff",
      "listing",
      "consignment",
      "assess",
      "security",
      "record",
      "catalogue",
      "review"
    })
package org.pabean.shipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
