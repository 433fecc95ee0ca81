package org.pabean.security;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or program that may log in.
 *
 * @param id never changes
 * @param login what is typed, lower case
 * @param name as others see it
 * @param role what it may do
 * @param mustChangePassword whether the password in use was printed or given by somebody else
 * @param disabledAt since when it may no longer log in
 */
public record Account(
    UUID id,
    String login,
    String name,
    Role role,
    boolean mustChangePassword,
    @Nullable Instant disabledAt) {

  /** The account as the one who acts. */
  public Actor actor() {
    return new Actor(id, name, role);
  }
}
