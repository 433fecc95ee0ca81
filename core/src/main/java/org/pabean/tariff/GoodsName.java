package org.pabean.tariff;

/**
 * An everyday name of goods and the subheading it usually means.
 *
 * @param name as sellers and buyers write it, lower case
 * @param code the subheading
 * @param share of the goods so called, how many belong to this code: 0 to 1
 * @param lang ISO 639 language of the name, such as {@code en} or {@code fil}
 */
public record GoodsName(String name, Code code, double share, String lang) {

  /** Checks the range of the share. */
  public GoodsName {
    if (share <= 0 || share > 1) {
      throw new IllegalArgumentException(
          "the share of '%s' under %s must lie above 0 and up to 1".formatted(name, code));
    }
  }
}
