/** Codes, the tree of goods and its dated editions, and everyday names of goods. */
@NullMarked
@ApplicationModule(
    displayName = "tariff",
    allowedDependencies = {})
package org.pabean.tariff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
