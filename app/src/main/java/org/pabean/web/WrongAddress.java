package org.pabean.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers requests that no controller takes. They belong to no package, so this one place answers
 * for the API too, as it does: with a problem.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongAddress {

  @ExceptionHandler({NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class})
  Object answer(Exception e, HttpServletRequest request) {
    var error = (ErrorResponse) e;
    if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      return ResponseEntity.status(error.getStatusCode())
          .headers(error.getHeaders())
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(error.getBody());
    }
    var page = new ModelAndView(ErrorPages.PAGE);
    page.setStatus(error.getStatusCode());
    page.addObject("title", "Not found");
    page.addObject("what", "There is nothing to show at this address.");
    page.addObject("mend", "Check the address, or start from Today.");
    return page;
  }
}
