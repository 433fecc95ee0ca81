package org.pabean.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailSettingsTests {

  private static final List<String> TEAM = List.of("team@example.com");

  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 2026-11-27T13:59:00Z, 2026-11-27T13:59:00Z",
    "22:00-07:00, 2026-11-27T14:00:00Z, 2026-11-27T23:00:00Z",
    "22:00-07:00, 2026-11-27T22:59:59Z, 2026-11-27T23:00:00Z",
    "22:00-07:00, 2026-11-27T23:00:00Z, 2026-11-27T23:00:00Z",
    "12:00 - 13:30, 2026-11-27T04:15:00Z, 2026-11-27T05:30:00Z",
    "12:00-13:30, 2026-11-27T05:30:00Z, 2026-11-27T05:30:00Z",
    "'', 2026-11-27T18:00:00Z, 2026-11-27T18:00:00Z"
  })
  void sendsNothingInQuietHours(String quiet, Instant now, Instant sent) {
    EmailSettings settings = settings("mail.example.com", TEAM, "https://desk.example.com", quiet);

    assertThat(settings.notBefore(now)).isEqualTo(sent);
  }

  @Test
  void saysWhatIsMissingAndWhere() {
    String desk = "https://desk.example.com";
    assertThatCode(() -> settings("", List.of(), "", "")).doesNotThrowAnyException();
    assertThatThrownBy(() -> settings("mail.example.com", List.of(), desk, ""))
        .hasMessageContaining("pabean.integration.email.to");
    assertThatThrownBy(() -> settings("mail.example.com", TEAM, "desk", ""))
        .hasMessageContaining("pabean.integration.email.desk");
    for (String wrong : List.of("22-7", "night", "22:00", "22:00-22:00", "22:00-25:00")) {
      assertThatThrownBy(() -> settings("mail.example.com", TEAM, desk, wrong))
          .hasMessageContaining("pabean.integration.email.quiet")
          .hasMessageContaining("22:00-07:00");
    }
  }

  private static EmailSettings settings(String host, List<String> to, String desk, String quiet) {
    return new EmailSettings(
        host,
        25,
        EmailSettings.Security.NONE,
        "",
        "",
        "desk@example.com",
        to,
        List.of(),
        desk,
        Duration.ofSeconds(1),
        Duration.ZERO,
        5,
        quiet,
        "Asia/Singapore");
  }
}
