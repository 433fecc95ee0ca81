package org.pabean.review;

import java.time.Instant;
import org.pabean.DatabaseTests;
import org.pabean.SettableClock;
import org.pabean.TestFiles;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** A program and database of their own for the tests of the queue, with a clock that they move. */
@TestPropertySource(properties = "pabean.database.data-dir=target/queue-data")
@Import(QueueDatabaseTests.StandingClock.class)
abstract class QueueDatabaseTests extends DatabaseTests {

  static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  static {
    TestFiles.remove("queue-data/postgres");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {

    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock(START);
    }
  }
}
