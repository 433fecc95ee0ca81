/** Intake, queue, claims and decisions: what is held, and the people who settle it. */
@NullMarked
@ApplicationModule(
    displayName = "review",
    allowedDependencies = {
      "tariff",
      "text",
      "listing",
      "classify",
      "screening",
      "assess",
      "security",
      "registry",
      "record",
      "catalogue"
    })
package org.pabean.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
