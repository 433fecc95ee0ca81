/** The forms: what may be issued for a shipment, and how it looks. */
@NullMarked
@ApplicationModule(
    displayName = "document",
    allowedDependencies = {"tariff", "listing", "security", "record", "catalogue", "shipment"})
package org.pabean.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
