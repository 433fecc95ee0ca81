package org.pabean.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whoever logged in with a one-time password to the page where they choose their own. */
final class PasswordChangeFilter extends OncePerRequestFilter {

  private static final List<String> OPEN = List.of("/password", "/logout", "/assets/", "/webjars/");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    boolean mustChange =
        authentication != null
            && authentication.getPrincipal() instanceof Login login
            && login.mustChangePassword();
    if (mustChange && OPEN.stream().noneMatch(request.getServletPath()::startsWith)) {
      response.sendRedirect(request.getContextPath() + "/password");
    } else {
      chain.doFilter(request, response);
    }
  }
}
