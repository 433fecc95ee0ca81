package org.pabean.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HttpTests;
import org.pabean.review.Intake;
import org.pabean.review.Submission;
import org.pabean.security.Accounts;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whoever watches the desk reads its figures, with a token that opens nothing else. */
@TestPropertySource(properties = "pabean.metrics.token=" + MetricsTests.TOKEN)
class MetricsTests extends HttpTests {

  static final String TOKEN = "a-token-for-figures-only";

  @Autowired private Intake intake;
  @Autowired private DeskMeters meters;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  @Test
  void onlyTheTokenOfTheMetricsAndThatOfAnAdminOpenThem() {
    assertThat(read("Bearer " + TOKEN).status()).isEqualTo(200);
    assertThat(read("Bearer " + TOKEN + "x").status()).isEqualTo(401);
    assertThat(read("Basic " + TOKEN).status()).isEqualTo(401);
    assertThat(exchange(open("/actuator/prometheus")).status()).isEqualTo(401);
    for (Role role : Role.values()) {
      assertThat(get("/actuator/prometheus", caller(role)).status())
          .as(role.name())
          .isEqualTo(role == Role.ADMIN ? 200 : 403);
    }
    Reply elsewhere =
        exchange(open("/api/v1/tasks").header("Authorization", "Bearer " + TOKEN).GET());
    assertThat(elsewhere.status()).isEqualTo(401);
    Reply others = exchange(open("/actuator/env").header("Authorization", "Bearer " + TOKEN));
    assertThat(others.text("/propertySources")).isEmpty();
  }

  @Test
  void whatIsHeldOverdueAndAutomaticIsCounted() {
    String before = figures();

    String word = hold("SG");
    var wallet = new Submission(Goods.wallet(), "SG", LocalDate.of(2026, 11, 1));
    intake.submit(List.of(wallet), caller(Role.SELLER).account().actor(), null);
    String after = figures();

    assertThat(after).doesNotContain(word);
    assertThat(value(after, "pabean_tasks_open", "destination=\"SG\""))
        .isEqualTo(value(before, "pabean_tasks_open", "destination=\"SG\"") + 1)
        .isEqualTo(value(after, "pabean_items_held", "destination=\"SG\""));
    assertThat(value(after, "pabean_holds_broken", "")).isZero();
    assertThat(assessed(after, "held")).isEqualTo(assessed(before, "held") + 1);
    assertThat(assessed(after, "final")).isEqualTo(assessed(before, "final") + 1);
    assertThat(value(after, "pabean_assess_seconds_count", "destination=\"SG\",lane=\"auto\""))
        .isPositive();
    for (String channel : List.of("webhook", "email", "slack")) {
      String tag = "channel=\"%s\"".formatted(channel);
      assertThat(value(after, "pabean_deliveries_waiting", tag)).isNotNaN();
      assertThat(value(after, "pabean_deliveries_failed", tag)).isNotNaN();
      assertThat(value(after, "pabean_deliveries_lag_seconds", tag)).isNotNaN();
    }

    double late = value(after, "pabean_tasks_overdue", "destination=\"SG\"");
    jdbc.sql("update review_task set due_at = now() - interval '1 hour' where closed_at is null")
        .update();
    assertThat(value(figures(), "pabean_tasks_overdue", "destination=\"SG\"")).isGreaterThan(late);
  }

  @Test
  void whatARowHeldThatWasRefusedReachesNoLog() {
    String login = "siti-" + UUID.randomUUID();
    accounts.createWithOneTimePassword(login, "Siti", Role.SELLER);

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into account (id, login, name, role, password_hash,
                          must_change_password, created_at)
                        select gen_random_uuid(), login, name, role, '', false, created_at
                        from account where login = :login
                        """)
                    .param("login", login)
                    .update())
        .hasMessageContaining("account_login_key")
        .hasMessageNotContaining(login);
  }

  private String hold(String destination) {
    var knife = new Submission(Goods.knife(), destination, LocalDate.of(2026, 11, 1));
    intake.submit(List.of(knife), caller(Role.SELLER).account().actor(), null);
    return knife.listing().sku();
  }

  private String figures() {
    meters.read();
    return new String(read("Bearer " + TOKEN).response().body(), StandardCharsets.UTF_8);
  }

  private Reply read(String authorization) {
    return exchange(open("/actuator/prometheus").header("Authorization", authorization).GET());
  }

  private HttpRequest.Builder open(String path) {
    return HttpRequest.newBuilder(URI.create(address(path)));
  }

  private static double assessed(String figures, String outcome) {
    return value(
        figures,
        "pabean_items_assessed_total",
        "destination=\"SG\",outcome=\"%s\"".formatted(outcome));
  }

  /** The figure of this name and these labels; 0 if there is none yet. */
  private static double value(String figures, String name, String labels) {
    String braces = labels.isEmpty() ? "" : "{" + labels + "}";
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name + braces) + " (\\S+)$").matcher(figures);
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }
}
