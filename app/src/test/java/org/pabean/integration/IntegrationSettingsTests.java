package org.pabean.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntegrationSettingsTests {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final IntegrationSettings settings =
      new IntegrationSettings(LIMIT, LIMIT, 8, LIMIT, 3, Duration.ofHours(1), 0.2, LIMIT);

  @Test
  void waitsLongerEachTimeButNeverLongerThanTheLongest() {
    assertThat(settings.waitAfter(1, Duration.ZERO, 0.5)).hasSeconds(5);
    assertThat(settings.waitAfter(2, Duration.ZERO, 0.5)).hasSeconds(15);
    assertThat(settings.waitAfter(4, Duration.ZERO, 0.5)).hasSeconds(135);
    assertThat(settings.waitAfter(400, Duration.ZERO, 0.5)).hasHours(1);
  }

  @Test
  void spreadsTheWaitsAtRandom() {
    assertThat(settings.waitAfter(1, Duration.ZERO, 0)).hasSeconds(4);
    assertThat(settings.waitAfter(1, Duration.ZERO, 1)).hasSeconds(6);
  }

  @Test
  void waitsAsLongAsTheReceiverAsksWithinReason() {
    assertThat(settings.waitAfter(1, Duration.ofSeconds(90), 0.5)).hasSeconds(90);
    assertThat(settings.waitAfter(1, Duration.ofSeconds(1), 0.5)).hasSeconds(5);
    assertThat(settings.waitAfter(1, Duration.ofDays(365), 0.5)).hasHours(1);
  }
}
