package org.pabean.registry;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Gate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What classifies, and what the machine may finalise by itself.
 *
 * @param threshold the lowest confidence that is enough, above 0.5 and below 1
 * @param assessmentLimit how long the classifier or the rules may take over one listing
 * @param model a model made by {@code learn}; empty for the one that comes with the program
 * @param remote a classifier of one's own, asked over HTTP instead of the built-in one
 * @param languageModel a language model that chooses among close candidates
 */
@ConfigurationProperties("pabean.registry")
record RegistrySettings(
    @DefaultValue("" + Gate.DEFAULT_THRESHOLD) double threshold,
    @DefaultValue("5s") Duration assessmentLimit,
    @DefaultValue("") String model,
    @DefaultValue Remote remote,
    @DefaultValue LanguageModel languageModel) {

  /**
   * A classifier of one's own.
   *
   * @param url where listings are posted; absent: not used
   * @param limit how long it may take
   */
  record Remote(@Nullable URI url, @DefaultValue("2s") Duration limit) {

    boolean isUsed() {
      return url != null && !url.toString().isEmpty();
    }
  }

  /**
   * A language model behind an address that speaks OpenAI's protocol.
   *
   * @param url its address, such as {@code http://localhost:11434/v1}; empty: not used
   * @param key sent as bearer token; may be empty
   * @param name of the model
   * @param limit how long it may take over one listing
   * @param askBelow listings whose first candidate is surer than this are not asked about
   * @param callsPerDay no more listings are asked about in a day (UTC)
   * @param remembered how many answers are kept, so that the same goods are asked about once
   */
  record LanguageModel(
      @DefaultValue("") String url,
      @DefaultValue("") String key,
      @DefaultValue("") String name,
      @DefaultValue("4s") Duration limit,
      @DefaultValue("0.85") double askBelow,
      @DefaultValue("1000") int callsPerDay,
      @DefaultValue("10000") int remembered) {

    boolean isUsed() {
      return !url.isEmpty();
    }
  }
}
