/** How much goes by itself and how often it is wrong: random blind audits, and what they prove. */
@NullMarked
@ApplicationModule(
    displayName = "autonomy",
    allowedDependencies = {
      "tariff",
      "listing",
      "screening",
      "assess",
      "certify",
      "security",
      "registry",
      "record",
      "catalogue",
      "review",
      "document"
    })
package org.pabean.autonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
