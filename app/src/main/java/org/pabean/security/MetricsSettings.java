package org.pabean.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read the metrics.
 *
 * @param token opens the metrics and nothing else; empty: only the token of an admin opens them
 */
@ConfigurationProperties("pabean.metrics")
record MetricsSettings(@DefaultValue("") String token) {

  private static final int SHORTEST = 20;

  MetricsSettings {
    token = token.strip();
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "pabean.metrics.token is too short to be secret: give %d characters or more, or none"
              .formatted(SHORTEST));
    }
  }

  @Override
  public String toString() {
    // The token is a secret.
    return "MetricsSettings[%s]".formatted(token.isEmpty() ? "no token" : "a token");
  }
}
