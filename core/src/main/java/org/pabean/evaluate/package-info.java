/** Accuracy, calibration and risk against coverage on labelled files. */
@NullMarked
@ApplicationModule(
    displayName = "evaluate",
    allowedDependencies = {"tariff", "text", "listing", "classify", "screening", "assess"})
package org.pabean.evaluate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
