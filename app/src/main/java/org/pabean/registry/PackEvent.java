package org.pabean.registry;

import org.pabean.security.Actor;

/**
 * Something happened to a proposal; told within the transaction in which it happened.
 *
 * @param proposal as it stands now
 * @param by who did it
 */
public record PackEvent(PackProposal proposal, Actor by) {}
