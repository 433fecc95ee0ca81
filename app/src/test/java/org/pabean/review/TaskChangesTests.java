package org.pabean.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.Pabean;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two server nodes on one database. */
class TaskChangesTests extends QueueDatabaseTests {

  @Autowired private DataSource database;
  @Autowired private JdbcClient jdbc;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private TaskChanges here;

  /** Keeps what it hears. */
  private static final class Ear implements TaskChanges.Listener {
    private final List<TaskChange> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger gaps = new AtomicInteger();

    @Override
    public void on(TaskChange change) {
      heard.add(change);
    }

    @Override
    public void onGap() {
      gaps.incrementAndGet();
    }

    private List<String> of(UUID task) {
      return heard.stream().filter(c -> c.task().equals(task)).map(TaskChange::what).toList();
    }
  }

  @Test
  void whatHappensOnOneNodeIsHeardOnBothAndAgainAfterTheLineWasCut() {
    var ear = new Ear();
    var far = new Ear();
    here.add(ear);
    try (ConfigurableApplicationContext other = node()) {
      TaskChanges there = other.getBean(TaskChanges.class);
      there.add(far);
      await().atMost(Duration.ofSeconds(60)).until(() -> here.isHearing() && there.isHearing());
      Actor person = somebody(Role.SPECIALIST);

      UUID task = hold();
      other.getBean(ReviewQueue.class).claim(task, person);
      queue.release(task, person);

      for (Ear each : List.of(ear, far)) {
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () -> assertThat(each.of(task)).containsExactly("opened", "claimed", "released"));
      }
      assertThat(far.heard)
          .filteredOn(c -> c.task().equals(task) && c.what().equals("claimed"))
          .singleElement()
          .satisfies(c -> assertThat(c.name()).isEqualTo(person.name()))
          .satisfies(c -> assertThat(c.until()).isNotNull());

      jdbc.sql(
              """
              select pg_terminate_backend(pid) from pg_stat_activity
              where backend_type = 'client backend' and pid <> pg_backend_pid()
              """)
          .query(Boolean.class)
          .list();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> ear.gaps.get() > 0 && far.gaps.get() > 0 && there.isHearing());
      UUID later = hold();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(far.of(later)).containsExactly("opened"));
    }
  }

  private ConfigurableApplicationContext node() {
    var pool = (HikariDataSource) database;
    return new SpringApplicationBuilder(Pabean.class)
        .run(
            "--server.port=0",
            "--pabean.security.first-account=false",
            "--pabean.database.url=" + pool.getJdbcUrl(),
            "--pabean.database.user=postgres",
            "--pabean.database.password=",
            "--spring.datasource.hikari.maximum-pool-size=4");
  }

  private UUID hold() {
    Receipt.Line line =
        intake
            .submit(List.of(new Submission(Goods.knife(), "SG", null)), somebody(Role.SELLER), null)
            .lines()
            .get(0);
    return Objects.requireNonNull(line.taskId());
  }
}
