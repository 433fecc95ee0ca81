package org.pabean.registry;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessor;
import org.pabean.assess.Gate;
import org.pabean.assess.Precedents;
import org.pabean.classify.Classifier;
import org.pabean.classify.JointClassifier;
import org.pabean.classify.Model;
import org.pabean.screening.InvalidRulePack;
import org.pabean.screening.PackText;
import org.pabean.screening.RulePack;
import org.pabean.screening.Screener;
import org.pabean.tariff.Nomenclature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives the assessor that is live: what comes with the program, and the packs changed here. */
@Service
public class Registry {

  private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

  private final PackTable packs;
  // Read beside the start of the rest, which takes about as long.
  private final CompletableFuture<Assessor> shipped;
  private volatile @Nullable Live live;

  /**
   * What is in force.
   *
   * @param change the number of the last change of a pack that it holds
   * @param assessor the assessor
   * @param packs the packs that it screens with, or should
   */
  private record Live(long change, Assessor assessor, List<RulePack> packs) {}

  Registry(RegistrySettings settings, Precedents precedents, PackTable packs, Clock clock) {
    this.packs = packs;
    this.shipped =
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
    return live().assessor;
  }

  List<RulePack> packs() {
    return live().packs;
  }

  private Live live() {
    Live now = live;
    return now == null ? refresh() : now;
  }

  /** Takes up the packs in force, if they are others than before. */
  synchronized Live refresh() {
    Live now = live;
    long change = packs.lastChange();
    if (now != null && now.change == change) {
      return now;
    }
    Live next = joined(change);
    live = next;
    return next;
  }

  /** A pack that this program cannot take must not fall out of sight: whatever comes is held. */
  private Live joined(long change) {
    Assessor own = shipped.join();
    List<PackTable.Change> edited =
        packs.changes().stream().filter(one -> one.yaml() != null).toList();
    if (edited.isEmpty()) {
      return new Live(change, own, own.screener().packs());
    }
    List<RulePack> taken = own.screener().packs();
    try {
      RulePack[] changed =
          edited.stream()
              .map(one -> new PackText(one.pack() + ".yaml", String.valueOf(one.yaml())).pack())
              .toArray(RulePack[]::new);
      Screener screener = own.screener().with(changed);
      return new Live(change, own.with(screener), screener.packs());
    } catch (InvalidRulePack e) {
      LOG.error(
          "A rule pack in force cannot be used, so that everything is held: {}", e.getMessage());
      String reason = "a rule pack in force cannot be used by this version of the program";
      return new Live(change, own.with(Screener.unavailable(reason)), taken);
    }
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
