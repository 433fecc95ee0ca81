package org.pabean.deadline;

import java.time.Clock;
import java.util.List;
import org.pabean.record.Journal;
import org.pabean.record.ProgramFact.CalendarChanged;
import org.pabean.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The working calendars, of which one is in force. */
@Service
@Transactional
public class Calendars {

  private final DeadlineTable table;
  private final Deadlines deadlines;
  private final Journal journal;
  private final Clock clock;

  Calendars(DeadlineTable table, Deadlines deadlines, Journal journal, Clock clock) {
    this.table = table;
    this.deadlines = deadlines;
    this.journal = journal;
    this.clock = clock;
  }

  /** All calendars, by name. */
  @Transactional(readOnly = true)
  public List<WorkCalendar> all() {
    return table.calendars();
  }

  /** The one in force. */
  @Transactional(readOnly = true)
  public WorkCalendar inForce() {
    return table.inForce().orElseThrow(() -> new IllegalStateException("no calendar is in force"));
  }

  /** Keeps a calendar and puts it in force; what is due is computed anew. */
  public void putInForce(WorkCalendar calendar, Actor actor) {
    table.lockCalendars();
    table.put(calendar, clock.instant());
    table.putInForce(calendar.name());
    journal.write(new CalendarChanged(calendar.name(), calendar), actor);
    deadlines.computeAnew();
  }
}
