package org.pabean.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pabean.deadline.Calendars;
import org.pabean.oversight.Ask.Figure;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts for a lead how the desk does. */
@Service
@Transactional(readOnly = true)
public class Figures {

  private final FigureTable table;
  private final Calendars calendars;
  private final Clock clock;

  Figures(FigureTable table, Calendars calendars, Clock clock) {
    this.table = table;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** The last days, in the time zone of the team. */
  public Period last(int days) {
    return Period.last(days, clock.instant(), calendars.inForce().zone());
  }

  /** The days asked for, in the time zone of the team. */
  public Period period(LocalDate from, LocalDate to) {
    return new Period(from, to, calendars.inForce().zone());
  }

  /** All figures of a period. */
  public Overview of(Period period) {
    List<Overview.Day> days = days(period);
    double[] hours = table.hours(period);
    var totals =
        new Overview.Totals(
            days.stream().mapToLong(Overview.Day::received).sum(),
            days.stream().mapToLong(Overview.Day::held).sum(),
            days.stream().mapToLong(Overview.Day::decided).sum(),
            days.stream().mapToLong(Overview.Day::automatic).sum(),
            hours[0],
            hours[1]);
    return new Overview(
        period,
        days,
        totals,
        table.open(clock.instant()),
        table.reasons(period),
        table.rules(period),
        table.people(period));
  }

  /** The events behind a figure, the newest first. */
  public List<Happened> events(Ask ask, Period period, int offset, int limit) {
    return table.events(ask, period, offset, limit);
  }

  private List<Overview.Day> days(Period period) {
    Map<LocalDate, Long> received = table.daily(Figure.RECEIVED, period);
    Map<LocalDate, Long> held = table.daily(Figure.HELD, period);
    Map<LocalDate, Long> decided = table.daily(Figure.DECIDED, period);
    Map<LocalDate, Long> automatic = table.daily(Figure.AUTOMATIC, period);
    Map<LocalDate, Long> other = table.otherChanges(period);
    long backlog = table.backlogBefore(period);
    List<Overview.Day> days = new ArrayList<>();
    for (LocalDate day : period.days()) {
      backlog += held.getOrDefault(day, 0L) + other.getOrDefault(day, 0L);
      days.add(
          new Overview.Day(
              day,
              received.getOrDefault(day, 0L),
              held.getOrDefault(day, 0L),
              decided.getOrDefault(day, 0L),
              automatic.getOrDefault(day, 0L),
              backlog));
    }
    return days;
  }
}
