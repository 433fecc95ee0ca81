/** Text as it comes: normalising, words of many languages, phrases and negations. */
@NullMarked
@ApplicationModule(
    displayName = "text",
    allowedDependencies = {})
package org.pabean.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
