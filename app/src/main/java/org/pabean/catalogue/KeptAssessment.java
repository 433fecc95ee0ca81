package org.pabean.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.pabean.assess.Assessment;

/**
 * An assessment as it is kept.
 *
 * @param id never changes
 * @param at when it was made
 * @param sha256 hash of its content as the database keeps it, hexadecimal; the record has it too
 * @param content what the machine said
 */
public record KeptAssessment(UUID id, Instant at, String sha256, Assessment content) {}
