/** One record of what is sent, and every form that is filled from it, with the checks across. */
@NullMarked
@ApplicationModule(
    displayName = "consignment",
    allowedDependencies = {"tariff", "listing", "classify", "screening", "assess"})
package org.pabean.consignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
