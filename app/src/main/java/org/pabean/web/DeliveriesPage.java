package org.pabean.web;

import java.util.List;
import java.util.UUID;
import org.pabean.integration.Deliveries;
import org.pabean.integration.Delivery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Did everyone hear about it? */
@Controller
class DeliveriesPage {

  private static final int MOST = 100;

  private final Deliveries deliveries;

  DeliveriesPage(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @GetMapping("/deliveries")
  String show(Model model) {
    List<Delivery> all = deliveries.list(null, MOST);
    model.addAttribute("failed", deliveries.list(Delivery.State.FAILED, MOST));
    model.addAttribute(
        "others", all.stream().filter(d -> d.state() != Delivery.State.FAILED).toList());
    return "deliveries/deliveries";
  }

  @PostMapping("/deliveries/{id}/retry")
  String retry(@PathVariable UUID id, RedirectAttributes after) {
    boolean sent = deliveries.retry(id);
    after.addFlashAttribute(
        sent ? "done" : "fault",
        sent ? "It is sent again now." : "It has not failed, so there is nothing to send again.");
    return "redirect:/deliveries";
  }
}
