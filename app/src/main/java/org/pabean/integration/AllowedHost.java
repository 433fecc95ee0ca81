package org.pabean.integration;

import java.time.Instant;

/**
 * A host that webhooks may reach although it is not on the public internet.
 *
 * @param host name or address
 * @param by the name of the admin who allowed it
 * @param at when
 */
public record AllowedHost(String host, String by, Instant at) {}
