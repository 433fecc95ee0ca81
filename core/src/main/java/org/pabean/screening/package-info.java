/** Rule packs, and the findings of their triggers on a listing. */
@NullMarked
@ApplicationModule(
    displayName = "screening",
    allowedDependencies = {"tariff", "text", "listing", "classify"})
package org.pabean.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
