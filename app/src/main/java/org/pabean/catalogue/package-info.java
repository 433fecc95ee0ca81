/** Products, and the one classification in force per product and destination. */
@NullMarked
@ApplicationModule(
    displayName = "catalogue",
    allowedDependencies = {
      "tariff",
      "listing",
      "classify",
      "screening",
      "assess",
      "security",
      "registry",
      "record"
    })
package org.pabean.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
