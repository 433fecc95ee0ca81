package org.pabean.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request in that carries the token of the metrics. */
final class MetricsTokenFilter extends OncePerRequestFilter {

  /** What such a request may do: read metrics. No account has it. */
  static final String ROLE = "METRICS";

  private final MetricsSettings settings;

  MetricsTokenFilter(MetricsSettings settings) {
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && !settings.token().isEmpty() && isToken(header)) {
      TokenFilter.letIn("metrics", List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
    }
    chain.doFilter(request, response);
  }

  /** Takes as long for a wrong token as for the right one. */
  private boolean isToken(String header) {
    return MessageDigest.isEqual(
        ("Bearer " + settings.token()).getBytes(StandardCharsets.UTF_8),
        header.strip().getBytes(StandardCharsets.UTF_8));
  }
}
