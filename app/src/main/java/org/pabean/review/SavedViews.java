package org.pabean.review;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps lists of the queue under names: each person's own, and those that a lead shares. */
@Service
@Transactional
public class SavedViews {

  private static final int LONGEST = 60;

  private final ViewTable table;
  private final Clock clock;

  SavedViews(ViewTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The actor's own and the shared ones, by name. */
  @Transactional(readOnly = true)
  public List<SavedView> all(Actor actor) {
    return table.all(actor.id());
  }

  /**
   * Keeps a list; one of the same name is replaced.
   *
   * @throws IllegalArgumentException if the name is empty or too long
   */
  public void save(String name, String query, boolean shared, Actor actor) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      throw new IllegalArgumentException(
          "give the view a name of 1 to %d letters, such as Knives to Singapore"
              .formatted(LONGEST));
    }
    if (shared && !actor.is(Role.LEAD)) {
      throw new AccessDeniedException("only a lead shares a view");
    }
    table.put(UUID.randomUUID(), actor.id(), plain, query, shared, clock.instant());
  }

  /** Removes one's own view; a lead also those that are shared. */
  public void remove(UUID id, Actor actor) {
    table.remove(id, actor.id(), actor.is(Role.LEAD));
  }
}
