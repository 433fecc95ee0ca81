/** Codes, the tree of goods and its dated editions, national tariffs, and names of goods. */
@NullMarked
@ApplicationModule(
    displayName = "tariff",
    allowedDependencies = {})
package org.pabean.tariff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
