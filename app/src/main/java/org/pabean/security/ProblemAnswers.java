package org.pabean.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Refusals of the API as problem details (RFC 9457). */
final class ProblemAnswers {

  private ProblemAnswers() {}

  /** Answers a request without a valid token. */
  static final class NotLoggedIn implements AuthenticationEntryPoint {
    @Override
    public void commence(
        HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
        throws IOException {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      write(response, 401, "not-logged-in", "Send a valid token: Authorization: Bearer pab_…");
    }
  }

  /** Answers a request that the token's role does not allow. */
  static final class NotAllowed implements AccessDeniedHandler {
    @Override
    public void handle(
        HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
        throws IOException {
      write(response, 403, "not-allowed", "The role of this token does not allow this.");
    }
  }

  private static void write(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                .formatted(status == 401 ? "Unauthorized" : "Forbidden", status, code, detail));
  }
}
