package org.pabean.screening;

import java.util.Arrays;
import java.util.List;

/** The words that packs, files and answers share; whoever reads the answers relies on them. */
final class Vocabulary {

  /** The slugs that a rule's category may have. */
  static final List<String> CATEGORIES =
      words(
          """
          battery drone vape tobacco alcohol blade weapon herbal_supplement medicine medical_device
          cosmetic food organic_claim plant_seed wildlife pesticide chemical toy electrical radio
          used_goods gold_jewellery laser spy_device publication_obscene counterfeit fireworks
          helmet crypto_device textile_footwear gaming_device adult currency jammer waste
          volatile_policy low_value data_quality trap confidence
          antique bicycle food_contact halal_claim hand_tool lighter narcotic novelty printer
          radioactive religious state_symbol strategic tableware timber tyre
          """);

  /** How goods may be controlled; a rule names one, or several with a stroke between. */
  static final List<String> STATUSES =
      List.of("prohibited", "permit", "registration", "labelling", "conditional");

  /** How far a rule may have been checked at its source. */
  static final List<String> VERIFIED = List.of("yes", "part", "no");

  /** The languages that sellers are asked in. */
  static final List<String> LANGUAGES = List.of("en", "id", "ms", "vi", "th", "fil", "zh");

  private Vocabulary() {}

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).toList();
  }
}
