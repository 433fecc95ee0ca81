/** Accounts, roles and tokens: who acts, and what they may reach. */
@NullMarked
@ApplicationModule(
    displayName = "security",
    allowedDependencies = {})
package org.pabean.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
