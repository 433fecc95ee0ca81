package org.pabean.web;

import org.pabean.security.Actor;
import org.pabean.security.Role;

/**
 * What stands around every page.
 *
 * @param actor who is logged in
 * @param openTasks how many review tasks are open; 0 for those who do not decide any
 */
record Frame(Actor actor, long openTasks) {

  public boolean isSpecialist() {
    return actor.is(Role.SPECIALIST);
  }

  public boolean isLead() {
    return actor.is(Role.LEAD);
  }

  public boolean isAdmin() {
    return actor.is(Role.ADMIN);
  }

  public String roleName() {
    return switch (actor.role()) {
      case SELLER -> "seller";
      case SPECIALIST -> "specialist";
      case LEAD -> "lead";
      case ADMIN -> "administrator";
    };
  }
}
