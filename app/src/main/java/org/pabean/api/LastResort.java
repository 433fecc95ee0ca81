package org.pabean.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers with a problem also what fails before a method is looked for, such as a log-in. */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class LastResort extends OncePerRequestFilter {

  private final ProblemAnswers answers;

  LastResort(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException e) {
      if (answers.resolveException(request, response, null, e) == null) {
        throw e;
      }
    }
  }
}
