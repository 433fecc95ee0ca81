/** The one record of what happened: append-only, chained by hash, and able to be checked. */
@NullMarked
@ApplicationModule(
    displayName = "record",
    allowedDependencies = {"screening", "assess", "security", "registry"})
package org.pabean.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
