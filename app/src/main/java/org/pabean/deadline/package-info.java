/**
 * When a task should be decided, in the working time of the team, and who is told as that comes
 * near.
 */
@NullMarked
@ApplicationModule(
    displayName = "deadline",
    allowedDependencies = {"security", "record", "catalogue", "review", "shipment"})
package org.pabean.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
