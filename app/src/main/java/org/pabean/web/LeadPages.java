package org.pabean.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.oversight.Ask;
import org.pabean.oversight.Figures;
import org.pabean.oversight.Happened;
import org.pabean.oversight.Overview;
import org.pabean.oversight.Period;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How the desk does, for a lead: figures, the events behind each, and all of it as CSV. */
@Controller
class LeadPages {

  private static final int DAYS = 30;

  private final Figures figures;

  LeadPages(Figures figures) {
    this.figures = figures;
  }

  /**
   * The days asked for; the last thirty without them.
   *
   * @param from the first
   * @param to the last
   */
  record Days(
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {}

  /** Which of the events behind a figure are asked for; what is missing leaves none out. */
  record Only(
      @Nullable String reason,
      @Nullable String rule,
      @Nullable String outcome,
      @Nullable UUID person) {
    Ask of(Ask.Figure figure) {
      return new Ask(figure, given(reason), given(rule), given(outcome), person);
    }

    private static String given(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  @GetMapping("/lead")
  String show(@ModelAttribute Days days, Model model) {
    model.addAttribute("view", figures.of(period(days)));
    return "lead/lead";
  }

  @GetMapping("/lead/events")
  String events(
      @RequestParam Ask.Figure figure,
      @ModelAttribute Only only,
      @ModelAttribute Days days,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Ask ask = only.of(figure);
    Period period = period(days);
    List<Happened> rows = figures.events(ask, period, Page.offset(page), Page.SIZE + 1);
    model.addAttribute("ask", ask);
    model.addAttribute("period", period);
    model.addAttribute("page", Page.of(rows, page));
    return "lead/events";
  }

  @GetMapping("/lead/{table}.csv")
  ResponseEntity<String> csv(@PathVariable String table, @ModelAttribute Days days) {
    Overview view = figures.of(period(days));
    String content =
        OverviewCsv.of(table, view).orElseThrow(() -> new NotFound("table of figures"));
    String name = "pabean-%s-%s-%s.csv".formatted(table, view.period().from(), view.period().to());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }

  private Period period(Days days) {
    if (days.from() == null && days.to() == null) {
      return figures.last(DAYS);
    }
    LocalDate last = days.to() == null ? figures.last(1).to() : days.to();
    return figures.period(days.from() == null ? last.minusDays(DAYS - 1L) : days.from(), last);
  }
}
