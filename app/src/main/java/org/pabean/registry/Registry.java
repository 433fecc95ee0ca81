package org.pabean.registry;

import java.util.concurrent.CompletableFuture;
import org.pabean.assess.Assessor;
import org.pabean.assess.Gate;
import org.pabean.assess.Precedents;
import org.pabean.classify.Classifier;
import org.pabean.classify.IndexClassifier;
import org.pabean.screening.Screener;
import org.pabean.tariff.Nomenclature;
import org.springframework.stereotype.Service;

/** Gives the assessor that is live. */
@Service
public class Registry {

  // Read beside the start of the rest, which takes about as long.
  private final CompletableFuture<Assessor> live;

  Registry(RegistrySettings settings, Precedents precedents) {
    this.live =
        CompletableFuture.supplyAsync(Nomenclature::hs2022)
            .thenCombine(
                CompletableFuture.supplyAsync(Screener::builtIn),
                (nomenclature, screener) -> join(nomenclature, screener, settings, precedents));
  }

  /** The assessor that is live. */
  public Assessor assessor() {
    return live.join();
  }

  private static Assessor join(
      Nomenclature nomenclature,
      Screener screener,
      RegistrySettings settings,
      Precedents precedents) {
    Classifier classifier = IndexClassifier.builtIn(nomenclature);
    return new Assessor(
        nomenclature,
        classifier,
        screener,
        precedents,
        new Gate(settings.threshold()),
        settings.assessmentLimit());
  }
}
