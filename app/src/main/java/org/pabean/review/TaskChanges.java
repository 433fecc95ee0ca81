package org.pabean.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears from the database what happens to tasks, on this node or any other, over one connection.
 * Whenever that was lost something may have been missed: listeners are then told to read all again.
 */
@Component
public class TaskChanges implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TaskChanges.class);
  private static final int WAIT_MILLIS = 500;
  private static final int WAITS_BETWEEN_CHECKS = 20;
  private static final int CHECK_SECONDS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DataSource database;
  private final JsonMapper json;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean running;
  private volatile boolean hearing;
  private @Nullable Thread thread;

  TaskChanges(DataSource database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Somebody who wants to know. Both methods must return at once. */
  public interface Listener {

    /** Something happened. */
    void on(TaskChange change);

    /** Anything may have happened. */
    void onGap();
  }

  /** Tells a listener from now on. */
  public void add(Listener listener) {
    listeners.add(listener);
  }

  /** Whether this node hears of changes at the moment. */
  public boolean isHearing() {
    return hearing;
  }

  @Override
  public void start() {
    running = true;
    Thread hearer = new Thread(this::run, "task-changes");
    hearer.setDaemon(true);
    thread = hearer;
    hearer.start();
  }

  @Override
  public void stop() {
    running = false;
    Thread hearer = thread;
    if (hearer != null) {
      try {
        hearer.join(Duration.ofSeconds(CHECK_SECONDS).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    boolean first = true;
    while (running) {
      try (Connection connection = database.getConnection()) {
        hear(connection, first);
      } catch (SQLException e) {
        if (running) {
          LOG.warn("Does not hear of changes to tasks ({}); connects again", e.getMessage());
        }
      }
      hearing = false;
      first = false;
      pause();
    }
  }

  private void hear(Connection connection, boolean first) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen pabean_task");
    }
    hearing = true;
    if (!first) {
      listeners.forEach(Listener::onGap);
    }
    try {
      listen(connection, connection.unwrap(PGConnection.class));
      try (Statement statement = connection.createStatement()) {
        statement.execute("unlisten *");
      }
    } catch (SQLException e) {
      // Never back into the pool: it may go on hearing.
      connection.abort(Runnable::run);
      throw e;
    }
  }

  private void listen(Connection connection, PGConnection postgres) throws SQLException {
    for (int waits = 1; running; waits++) {
      PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
      for (PGNotification each : heard == null ? new PGNotification[0] : heard) {
        tell(each.getParameter());
      }
      // A connection that is cut off without a word looks just like one on which nothing happens.
      if (waits % WAITS_BETWEEN_CHECKS == 0 && !connection.isValid(CHECK_SECONDS)) {
        throw new SQLException("the connection does not answer");
      }
    }
  }

  private void tell(String payload) {
    try {
      TaskChange change = json.readValue(payload, TaskChange.class);
      listeners.forEach(listener -> listener.on(change));
    } catch (JacksonException e) {
      LOG.warn("A change that cannot be read: {}", payload, e);
      listeners.forEach(Listener::onGap);
    }
  }

  private void pause() {
    try {
      if (running) {
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
