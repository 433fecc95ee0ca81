package org.pabean.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Three doors: {@code /api} takes bearer tokens and keeps no session; so do the metrics, with a
 * token of their own; the pages take a log-in with password, a session and a CSRF token.
 */
@Configuration
class SecuritySetup {

  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  UserDetailsService logins(AccountTable table) {
    return login ->
        table
            .findByLogin(login.strip().toLowerCase(java.util.Locale.ROOT))
            .map(found -> new Login(found.account(), found.passwordHash()))
            .orElseThrow(() -> new UsernameNotFoundException("no such log-in"));
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Accounts accounts) {
    return forPrograms(http.securityMatcher("/api/v1/**"), accounts)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers("/api/v1/webhooks/**")
                    .hasRole(Role.ADMIN.name())
                    .requestMatchers("/api/v1/autonomy")
                    .hasAnyRole(Role.LEAD.name(), Role.ADMIN.name())
                    .requestMatchers(HttpMethod.POST, "/api/v1/rules/**", "/api/v1/precedents/**")
                    .hasAnyRole(Role.LEAD.name(), Role.ADMIN.name())
                    .requestMatchers(
                        "/api/v1/tasks/**",
                        "/api/v1/decisions/**",
                        "/api/v1/people/**",
                        "/api/v1/rules/**",
                        "/api/v1/audits/**",
                        "/api/v1/precedents/**",
                        "/api/v1/hooks/**",
                        "/api/v1/deliveries/**")
                    .hasAnyRole(Role.SPECIALIST.name(), Role.LEAD.name(), Role.ADMIN.name())
                    .anyRequest()
                    .authenticated())
        .build();
  }

  /** Figures are read by a program, with a token that opens nothing else, or with an admin's. */
  @Bean
  @Order(2)
  SecurityFilterChain metrics(HttpSecurity http, Accounts accounts, MetricsSettings settings) {
    return forPrograms(http.securityMatcher("/actuator/prometheus"), accounts)
        .addFilterBefore(new MetricsTokenFilter(settings), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests.anyRequest().hasAnyRole(Role.ADMIN.name(), MetricsTokenFilter.ROLE))
        .build();
  }

  /** Bearer tokens, no session, and answers that a program reads. */
  private static HttpSecurity forPrograms(HttpSecurity http, Accounts accounts) {
    return http.csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new TokenFilter(accounts), AuthorizationFilter.class)
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(new ProblemAnswers.NotLoggedIn())
                    .accessDeniedHandler(new ProblemAnswers.NotAllowed()));
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(
                        "/login", "/assets/**", "/webjars/**", "/favicon.ico", "/ask/*")
                    .permitAll()
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/admin/**", "/actuator/**")
                    .hasRole(Role.ADMIN.name())
                    .requestMatchers(HttpMethod.POST, "/rules/**", "/knowledge/**")
                    .hasAnyRole(Role.LEAD.name(), Role.ADMIN.name())
                    .requestMatchers("/lead", "/lead/**", "/rules/*/edit", "/rules/new")
                    .hasAnyRole(Role.LEAD.name(), Role.ADMIN.name())
                    .requestMatchers(
                        "/queue/**",
                        "/tasks/**",
                        "/review/**",
                        "/rules/**",
                        "/rules.csv",
                        "/knowledge/**",
                        "/knowledge.csv",
                        "/audits/**",
                        "/deliveries/**")
                    .hasAnyRole(Role.SPECIALIST.name(), Role.LEAD.name(), Role.ADMIN.name())
                    .anyRequest()
                    .authenticated())
        .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/", false))
        .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .addFilterAfter(new PasswordChangeFilter(), UsernamePasswordAuthenticationFilter.class)
        .build();
  }
}
