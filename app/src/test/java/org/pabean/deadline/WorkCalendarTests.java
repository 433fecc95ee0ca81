package org.pabean.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTests {

  private static final Map<DayOfWeek, String> SUNDAYS = Map.of(DayOfWeek.SUNDAY, "00:00-08:00");

  @ParameterizedTest
  @CsvSource({
    // From a Friday evening over the weekend and Monday's holiday.
    "SG, 2026-11-06T17:00, PT8H, 2026-11-10T16:00",
    // Before the day begins, and after it has ended.
    "SG, 2026-11-04T06:00, PT8H, 2026-11-04T17:00",
    "SG, 2026-11-04T20:00, PT1H, 2026-11-05T10:00",
    // To the very end of a day: not to the begin of the next.
    "SG, 2026-11-04T09:00, PT9H, 2026-11-04T18:00",
    // Independence Day is a Monday.
    "ID, 2026-08-14T16:30, PT1H, 2026-08-18T08:30",
    // Songkran takes three days of one week.
    "TH, 2026-04-10T17:00, PT1H, 2026-04-16T09:00",
  })
  void workingTimeGoesOnWhenPeopleDo(
      String name, LocalDateTime start, Duration working, LocalDateTime end) {
    WorkCalendar calendar = builtIn(name);

    assertThat(calendar.plus(at(calendar, start), working)).isEqualTo(at(calendar, end));
  }

  @Test
  void theSameHourIsAnotherMomentInEachCity() {
    Instant start = Instant.parse("2026-11-04T00:30:00Z");

    // 08:30 in Singapore, half an hour before work; 07:30 in Jakarta and Bangkok.
    assertThat(builtIn("SG").plus(start, Duration.ofHours(2))).isEqualTo("2026-11-04T03:00:00Z");
    assertThat(builtIn("ID").plus(start, Duration.ofHours(2))).isEqualTo("2026-11-04T03:00:00Z");
    assertThat(builtIn("TH").plus(start, Duration.ofHours(2))).isEqualTo("2026-11-04T03:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "SG, 2026-11-10T16:00, PT8H, 2026-11-06T17:00",
    "TH, 2026-04-16T09:00, PT1H, 2026-04-10T17:00",
    "ID, 2026-08-18T07:00, PT1H, 2026-08-14T16:00",
  })
  void itCountsBackwardsToo(String name, LocalDateTime end, Duration working, LocalDateTime start) {
    WorkCalendar calendar = builtIn(name);

    assertThat(calendar.minus(at(calendar, end), working)).isEqualTo(at(calendar, start));
  }

  @Test
  void anHourThatTheClocksLeaveOutIsNotWorked() {
    WorkCalendar night = CalendarText.parse("night", "Night", "Europe/Berlin", SUNDAYS, "");
    Instant spring = LocalDateTime.parse("2026-03-29T00:00").atZone(night.zone()).toInstant();
    Instant autumn = LocalDateTime.parse("2026-10-25T00:00").atZone(night.zone()).toInstant();

    // From 0 to 8 are seven hours in spring and nine in autumn.
    assertThat(night.plus(spring, Duration.ofHours(7)))
        .isEqualTo(at(night, LocalDateTime.parse("2026-03-29T08:00")));
    assertThat(night.plus(spring, Duration.ofHours(8)))
        .isEqualTo(at(night, LocalDateTime.parse("2026-04-05T01:00")));
    assertThat(night.plus(autumn, Duration.ofHours(9)))
        .isEqualTo(at(night, LocalDateTime.parse("2026-10-25T08:00")));
    assertThat(night.minus(at(night, LocalDateTime.parse("2026-10-25T08:00")), Duration.ofHours(9)))
        .isEqualTo(autumn);
  }

  @Test
  void theLastWorkingMomentBeforeADayLeavesHolidaysOut() {
    WorkCalendar calendar = builtIn("SG");

    assertThat(calendar.lastBefore(LocalDate.parse("2026-11-10")))
        .isEqualTo(at(calendar, LocalDateTime.parse("2026-11-06T18:00")));
  }

  @Test
  void whatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> CalendarText.parse("X", "", "Asia/Nowhere", SUNDAYS, ""))
        .hasMessageContaining("'Asia/Nowhere' is no time zone");
    assertThatThrownBy(
            () -> CalendarText.parse("X", "", "UTC", Map.of(DayOfWeek.MONDAY, "9 to 5"), ""))
        .hasMessageContaining("'9 to 5' of Monday");
    assertThatThrownBy(
            () -> CalendarText.parse("X", "", "UTC", Map.of(DayOfWeek.MONDAY, "18:00-09:00"), ""))
        .hasMessageContaining("not after its begin");
    assertThatThrownBy(
            () -> CalendarText.parse("X", "", "UTC", SUNDAYS, "2026-12-25 Christmas\n25.12. no"))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> CalendarText.parse("X", "", "UTC", SUNDAYS, "2026-02-30 Never"))
        .hasMessageContaining("'2026-02-30' is no date");
    assertThatThrownBy(() -> CalendarText.parse("X", "", "UTC", Map.of(), ""))
        .hasMessageContaining("no working day");
  }

  @Test
  void whatIsTypedComesBackAsItWas() {
    WorkCalendar calendar = builtIn("TH");

    assertThat(calendar.holidays()).hasSizeGreaterThan(10);
    assertThat(
            CalendarText.parse(
                    "TH",
                    "Thailand",
                    "Asia/Bangkok",
                    Map.of(DayOfWeek.MONDAY, "08:30-17:30"),
                    CalendarText.holidays(calendar))
                .holidays())
        .isEqualTo(calendar.holidays());
  }

  private static WorkCalendar builtIn(String name) {
    return CalendarText.builtIn().stream()
        .filter(calendar -> calendar.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Instant at(WorkCalendar calendar, LocalDateTime local) {
    return local.atZone(calendar.zone()).toInstant();
  }
}
