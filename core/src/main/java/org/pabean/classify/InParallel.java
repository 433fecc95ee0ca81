package org.pabean.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs long calculations side by side, one for each core. */
final class InParallel {

  private InParallel() {}

  static <T, R> List<R> map(List<T> inputs, Function<T, R> calculation) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<R>> running = new ArrayList<>();
      for (T input : inputs) {
        running.add(threads.submit(() -> calculation.apply(input)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a calculation failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a calculation was interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
