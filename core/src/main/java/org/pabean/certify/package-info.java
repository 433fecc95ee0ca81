/**
 * What can be said for sure of the error of what is finalised by machine: draws, bounds, proofs.
 */
@NullMarked
@ApplicationModule(
    displayName = "certify",
    allowedDependencies = {})
package org.pabean.certify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
