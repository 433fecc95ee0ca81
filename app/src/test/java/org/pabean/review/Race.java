package org.pabean.review;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does things at the same moment, each on a thread of its own. */
final class Race {

  private Race() {}

  /**
   * What became of one who ran.
   *
   * @param value what it gave, if it gave something
   * @param failure what it threw, if it threw something
   */
  record Finish<T>(@Nullable T value, @Nullable Throwable failure) {}

  /** Starts all behind one barrier and gives their ends in the order of the runners. */
  static <T> List<Finish<T>> run(List<Callable<T>> runners) throws InterruptedException {
    var barrier = new CyclicBarrier(runners.size());
    ExecutorService threads = Executors.newFixedThreadPool(runners.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> runner : runners) {
        running.add(
            threads.submit(
                () -> {
                  barrier.await(30, TimeUnit.SECONDS);
                  return runner.call();
                }));
      }
      List<Finish<T>> finishes = new ArrayList<>();
      for (Future<T> future : running) {
        finishes.add(finish(future));
      }
      return finishes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Finish<T> finish(Future<T> future) throws InterruptedException {
    try {
      return new Finish<>(future.get(), null);
    } catch (ExecutionException e) {
      return new Finish<>(null, e.getCause());
    }
  }
}
