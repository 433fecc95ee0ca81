package org.pabean.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the record.
 *
 * @param n number of the row, in the order of writing
 * @param seq place in the chain; null until it is sealed, within about a second
 * @param at when it happened
 * @param actorId who did it; null if the program did
 * @param actor their name then
 * @param role their role then
 * @param kind what happened; a text, for a newer version may have written it
 * @param version of the form of the payload
 * @param subject what it happened to
 * @param payload canonical JSON
 * @param hash of the chain up to here, hexadecimal; null until it is sealed
 */
public record Event(
    long n,
    @Nullable Long seq,
    Instant at,
    @Nullable UUID actorId,
    String actor,
    String role,
    String kind,
    int version,
    UUID subject,
    String payload,
    @Nullable String hash) {

  /** The kind in words for people; its slug if this version does not know it. */
  public String words() {
    return Kind.find(kind).map(Kind::words).orElse(kind);
  }
}
