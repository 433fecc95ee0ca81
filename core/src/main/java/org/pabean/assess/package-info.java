/** The heart: one listing, destination and date in, one assessment out. */
@NullMarked
@ApplicationModule(
    displayName = "assess",
    allowedDependencies = {"tariff", "text", "listing", "classify", "screening"})
package org.pabean.assess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
