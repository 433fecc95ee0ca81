package org.pabean.assess;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work that may hang, and gives up on it after a while. */
final class TimeLimit {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "assess");
            thread.setDaemon(true);
            return thread;
          });

  private final Duration limit;

  TimeLimit(Duration limit) {
    this.limit = limit;
  }

  <T> T call(Callable<T> work) throws Failed {
    Future<T> future = THREADS.submit(work);
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new Failed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new Failed(e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new Failed(e);
    }
  }

  /** The work threw, or took too long. */
  static final class Failed extends Exception {

    private static final long serialVersionUID = 1L;

    Failed(Throwable cause) {
      super(cause);
    }

    Throwable reason() {
      Throwable cause = getCause();
      return cause == null ? this : cause;
    }
  }
}
