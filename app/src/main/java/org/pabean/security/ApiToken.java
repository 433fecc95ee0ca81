package org.pabean.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A token that a program logs in with; the token itself is shown only once.
 *
 * @param id names it for revoking
 * @param name what it is for
 * @param createdAt when it was made
 */
public record ApiToken(UUID id, String name, Instant createdAt) {}
