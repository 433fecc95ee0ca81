package org.pabean.web;

import java.util.List;
import org.pabean.knowledge.PrecedentSearch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the search of the task page finds: codes of the tariff, and what was decided before. */
@Controller
class DeskSearchPage {

  private static final int PRECEDENTS = 6;

  private final TariffSearch tariff;
  private final PrecedentSearch precedents;

  DeskSearchPage(TariffSearch tariff, PrecedentSearch precedents) {
    this.tariff = tariff;
    this.precedents = precedents;
  }

  @GetMapping("/review/search")
  String find(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("q", q.strip());
    model.addAttribute("hits", tariff.find(q));
    model.addAttribute(
        "precedents",
        q.isBlank() ? List.of() : precedents.find(q.strip()).stream().limit(PRECEDENTS).toList());
    return "tariff/hits :: hits";
  }
}
