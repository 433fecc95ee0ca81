package org.pabean.web;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.deadline.CalendarText;
import org.pabean.deadline.Calendars;
import org.pabean.deadline.WorkCalendar;
import org.pabean.deadline.WorkCalendar.Hours;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When the team works. */
@Controller
class CalendarPage {

  private final Calendars calendars;

  CalendarPage(Calendars calendars) {
    this.calendars = calendars;
  }

  /**
   * What the form shows.
   *
   * @param hours as they are typed, by day
   */
  record Form(
      String name, String title, String zone, Map<DayOfWeek, String> hours, String holidays) {
    static Form of(WorkCalendar calendar) {
      Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        @Nullable Hours working = calendar.hours().get(day);
        hours.put(day, working == null ? "" : working.from() + "-" + working.to());
      }
      return new Form(
          calendar.name(),
          calendar.title(),
          calendar.zone().getId(),
          hours,
          CalendarText.holidays(calendar));
    }
  }

  @GetMapping("/lead/calendar")
  String show(@RequestParam(required = false) @Nullable String name, Model model) {
    List<WorkCalendar> all = calendars.all();
    WorkCalendar inForce = calendars.inForce();
    WorkCalendar shown =
        all.stream().filter(c -> c.name().equals(name)).findFirst().orElse(inForce);
    model.addAttribute("calendars", all);
    model.addAttribute("inForce", inForce);
    model.addAttribute("days", DayOfWeek.values());
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", Form.of(shown));
    }
    return "lead/calendar";
  }

  @PostMapping("/lead/calendar")
  String save(
      @AuthenticationPrincipal Login login,
      @RequestParam Map<String, String> typed,
      RedirectAttributes after) {
    Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, typed.getOrDefault(day.name(), ""));
    }
    var form =
        new Form(
            typed.getOrDefault("name", "").strip(),
            typed.getOrDefault("title", "").strip(),
            typed.getOrDefault("zone", ""),
            hours,
            typed.getOrDefault("holidays", ""));
    try {
      WorkCalendar calendar =
          CalendarText.parse(form.name, form.title, form.zone, form.hours, form.holidays);
      calendars.putInForce(calendar, login.actor());
      after.addFlashAttribute(
          "done",
          "Calendar %s is in force. The due times of all open tasks were computed anew."
              .formatted(calendar.name()));
    } catch (IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
      after.addFlashAttribute("form", form);
    }
    return "redirect:/lead/calendar";
  }
}
