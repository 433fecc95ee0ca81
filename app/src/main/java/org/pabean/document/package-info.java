/**
 * The forms: what may be issued for a shipment, the decision file of an item, and how they look.
 */
@NullMarked
@ApplicationModule(
    displayName = "document",
    allowedDependencies = {
      "tariff",
      "listing",
      "consignment",
      "classify",
      "screening",
      "assess",
      "security",
      "registry",
      "record",
      "catalogue",
      "review",
      "shipment"
    })
package org.pabean.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
