package org.pabean.review;

import java.time.Instant;
import java.util.UUID;
import org.pabean.security.Actor;

/**
 * That a decision was taken back by who gave it.
 *
 * @param id never changes
 * @param decision what was taken back
 * @param by who took it back
 * @param at when
 */
public record Withdrawal(UUID id, Decision decision, Actor by, Instant at) {}
