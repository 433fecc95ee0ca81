package org.pabean.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of codes under the search field of the task page. */
@Controller
class TariffPage {

  private final TariffSearch search;

  TariffPage(TariffSearch search) {
    this.search = search;
  }

  @GetMapping("/tariff/search")
  String find(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("q", q.strip());
    model.addAttribute("hits", search.find(q));
    return "tariff/hits :: hits";
  }
}
