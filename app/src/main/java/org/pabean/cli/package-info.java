/** The command line: one class per command. */
@NullMarked
@ApplicationModule(displayName = "cli")
package org.pabean.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
