package org.pabean.review;

import java.time.Instant;
import java.util.UUID;
import org.pabean.security.Actor;

/**
 * A person's answer, as it was given.
 *
 * @param id never changes
 * @param taskId the task it answers
 * @param itemId the item
 * @param answer what was said
 * @param by who said it
 * @param at when
 */
public record Decision(UUID id, UUID taskId, UUID itemId, Answer answer, Actor by, Instant at) {}
