package org.pabean.security;

/** What a person may do. Each role from specialist on may also do what those before it may. */
public enum Role {
  /** Sends listings and shipments, and sees only their own. */
  SELLER,
  /** Decides review tasks. */
  SPECIALIST,
  /** Also decides what is blocked or escalated. */
  LEAD,
  /** Also manages accounts and webhooks. */
  ADMIN;

  /** Whether this role may do what the other may. */
  public boolean includes(Role other) {
    return ordinal() >= other.ordinal();
  }
}
