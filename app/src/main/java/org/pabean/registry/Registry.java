package org.pabean.registry;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.pabean.assess.Assessor;
import org.pabean.assess.Gate;
import org.pabean.assess.Precedents;
import org.pabean.classify.Classifier;
import org.pabean.classify.JointClassifier;
import org.pabean.classify.Model;
import org.pabean.screening.Screener;
import org.pabean.tariff.Nomenclature;
import org.springframework.stereotype.Service;

/** Gives the assessor that is live. */
@Service
public class Registry {

  // Read beside the start of the rest, which takes about as long.
  private final CompletableFuture<Assessor> live;

  Registry(RegistrySettings settings, Precedents precedents, Clock clock) {
    this.live =
        CompletableFuture.supplyAsync(
                () -> {
                  Nomenclature nomenclature = Nomenclature.hs2022();
                  return new Parts(nomenclature, classifier(settings, nomenclature, clock));
                })
            .thenCombine(
                CompletableFuture.supplyAsync(Screener::builtIn),
                (parts, screener) ->
                    new Assessor(
                        parts.nomenclature,
                        parts.classifier,
                        screener,
                        precedents,
                        new Gate(settings.threshold()),
                        settings.assessmentLimit()));
  }

  private record Parts(Nomenclature nomenclature, Classifier classifier) {}

  /** The assessor that is live. */
  public Assessor assessor() {
    return live.join();
  }

  private static Classifier classifier(
      RegistrySettings settings, Nomenclature nomenclature, Clock clock) {
    Classifier classifier = local(settings.model(), nomenclature);
    if (settings.remote().isUsed()) {
      classifier =
          new RemoteClassifier(
              Objects.requireNonNull(settings.remote().url()),
              settings.remote().limit(),
              classifier,
              nomenclature);
    }
    RegistrySettings.LanguageModel language = settings.languageModel();
    return language.isUsed()
        ? new LanguageModelRanking(chatModel(language), language, classifier, nomenclature, clock)
        : classifier;
  }

  private static Classifier local(String model, Nomenclature nomenclature) {
    if (model.isEmpty()) {
      return JointClassifier.builtIn(nomenclature);
    }
    try {
      return JointClassifier.with(nomenclature, Model.read(Path.of(model)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "PABEAN_MODEL names %s, which is not a model of this program".formatted(model), e);
    }
  }

  static OpenAiChatModel chatModel(RegistrySettings.LanguageModel settings) {
    return OpenAiChatModel.builder()
        .baseUrl(settings.url())
        .apiKey(settings.key().isEmpty() ? "none" : settings.key())
        .modelName(settings.name())
        .timeout(settings.limit())
        .maxRetries(0)
        .temperature(0.0)
        .strictJsonSchema(true)
        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        .build();
  }
}
