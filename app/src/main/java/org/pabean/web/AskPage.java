package org.pabean.web;

import java.time.Clock;
import org.pabean.catalogue.Catalogue;
import org.pabean.review.QuestionRefused;
import org.pabean.review.SellerQuestion;
import org.pabean.review.SellerQuestions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a seller answers by a link, without an account. The page shows the question and what the
 * goods are called, and nothing else.
 */
@Controller
class AskPage {

  private final SellerQuestions questions;
  private final Catalogue catalogue;
  private final Clock clock;

  AskPage(SellerQuestions questions, Catalogue catalogue, Clock clock) {
    this.questions = questions;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GetMapping("/ask/{token}")
  String show(@PathVariable String token, Model model) {
    SellerQuestion question = question(token);
    fill(token, question, model);
    return "ask/ask";
  }

  @PostMapping("/ask/{token}")
  ModelAndView answer(
      @PathVariable String token, @RequestParam(defaultValue = "") String answer, Model model) {
    HttpStatus status = HttpStatus.OK;
    SellerQuestion question = question(token);
    try {
      question = questions.answer(token, answer);
      model.addAttribute("thanks", true);
    } catch (QuestionRefused e) {
      status = HttpStatus.CONFLICT;
      model.addAttribute("fault", e.getMessage());
    } catch (IllegalArgumentException e) {
      status = HttpStatus.BAD_REQUEST;
      model.addAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
      model.addAttribute("typed", answer);
    }
    fill(token, question, model);
    return new ModelAndView("ask/ask", model.asMap(), status);
  }

  private SellerQuestion question(String token) {
    return questions.find(token).orElseThrow(() -> new NotFound("question"));
  }

  private void fill(String token, SellerQuestion question, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("question", question);
    model.addAttribute("goods", catalogue.get(question.itemId()).listing().title());
    model.addAttribute("open", question.isOpenAt(clock.instant()));
  }
}
