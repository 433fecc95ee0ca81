package org.pabean.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers whatever fails below {@code /api/v1} with a problem, also where no method was found; the
 * pages answer for themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers implements HandlerExceptionResolver {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private final JsonMapper json;

  ProblemAnswers(JsonMapper json) {
    this.json = json;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception e) {
    if (!request.getServletPath().startsWith("/api/v1/") || response.isCommitted()) {
      return null;
    }
    Problem problem = ProblemRules.find(e).orElseGet(() -> internal(request, e));
    try {
      write(problem, e, response);
    } catch (IOException gone) {
      LOG.debug("The client did not wait for its problem", gone);
    }
    return new ModelAndView();
  }

  private static Problem internal(HttpServletRequest request, Exception e) {
    String incident = UUID.randomUUID().toString();
    LOG.error("Incident {}: {} {}", incident, request.getMethod(), request.getServletPath(), e);
    return Problem.of(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "Pabean failed; nothing was changed. Tell the operator the incident " + incident)
        .withIncident(incident);
  }

  private void write(Problem problem, Exception e, HttpServletResponse response)
      throws IOException {
    if (e instanceof ErrorResponse known) {
      // Such as Allow with 405.
      known
          .getHeaders()
          .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
    }
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
