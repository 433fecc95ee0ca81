/** Which edition, model, rule packs and gate are live; gives the current assessor. */
@NullMarked
@ApplicationModule(
    displayName = "registry",
    allowedDependencies = {
      "tariff",
      "text",
      "listing",
      "classify",
      "screening",
      "assess",
      "security"
    })
package org.pabean.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
