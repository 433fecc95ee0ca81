/**
 * What a lead sees of the desk: figures from the record, and the proof that nothing held is lost.
 */
@NullMarked
@ApplicationModule(
    displayName = "oversight",
    allowedDependencies = {
      "listing",
      "screening",
      "assess",
      "evaluate",
      "security",
      "registry",
      "record",
      "catalogue",
      "review",
      "deadline"
    })
package org.pabean.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
