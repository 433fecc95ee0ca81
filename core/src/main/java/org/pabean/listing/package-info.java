/** The goods as a seller describes them, and the readers of listing files. */
@NullMarked
@ApplicationModule(
    displayName = "listing",
    allowedDependencies = {"text"})
package org.pabean.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
