/** Precedents: decisions made reusable for the same goods. */
@NullMarked
@ApplicationModule(
    displayName = "knowledge",
    allowedDependencies = {
      "tariff",
      "listing",
      "classify",
      "screening",
      "assess",
      "security",
      "registry",
      "record",
      "catalogue",
      "review"
    })
package org.pabean.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
