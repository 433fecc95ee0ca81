package org.pabean.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.pabean.assess.Assessor;
import org.pabean.assess.Gate;
import org.pabean.assess.Precedents;
import org.pabean.screening.Screener;
import org.pabean.tariff.Nomenclature;

/**
 * The assessor of commands that need no server: what comes with the program, a learned model where
 * one is given, and the decisions that the command was handed.
 */
final class LocalAssessor {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private LocalAssessor() {}

  static Assessor load(double threshold, ModelOption model) {
    return load(threshold, model, Precedents.none());
  }

  /** The same, with what persons have decided. */
  static Assessor load(double threshold, ModelOption model, Precedents precedents) {
    CompletableFuture<Screener> screener = CompletableFuture.supplyAsync(Screener::builtIn);
    Nomenclature nomenclature = Nomenclature.hs2022();
    return new Assessor(
        nomenclature,
        model.classifier(nomenclature),
        screener.join(),
        precedents,
        new Gate(threshold),
        LIMIT);
  }
}
