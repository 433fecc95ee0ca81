package org.pabean.registry;

import java.time.Instant;

/**
 * A version of a rule pack that can be gone back to.
 *
 * @param version its name
 * @param storedAt when it was first seen here
 * @param inForce whether listings are screened with it now
 * @param shipped whether it comes with the program
 */
public record PackVersion(String version, Instant storedAt, boolean inForce, boolean shipped) {}
