/** Ranked candidate codes for a listing, with evidence and a calibrated confidence. */
@NullMarked
@ApplicationModule(
    displayName = "classify",
    allowedDependencies = {"tariff", "text", "listing"})
package org.pabean.classify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
