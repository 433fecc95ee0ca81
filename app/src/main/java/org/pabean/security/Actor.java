package org.pabean.security;

import java.util.UUID;

/**
 * Who acts. Passed along, never looked up from the surroundings.
 *
 * @param id the account
 * @param name as others see it
 * @param role what they may do
 */
public record Actor(UUID id, String name, Role role) {

  /** Whether the actor has this role or one above it. */
  public boolean is(Role needed) {
    return role.includes(needed);
  }

  /** Whether the actor may see what belongs to an account. */
  public boolean maySee(UUID owner) {
    return is(Role.SPECIALIST) || id.equals(owner);
  }
}
