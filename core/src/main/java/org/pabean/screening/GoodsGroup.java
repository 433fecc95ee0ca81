package org.pabean.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pabean.tariff.Code;

/**
 * A group of goods that a scheme or an event speaks of.
 *
 * @param categories slugs of rules, in the order of the file
 * @param codes digits that the codes of such goods begin with
 */
record GoodsGroup(List<String> categories, List<String> codes) {

  /** No goods at all. */
  static final GoodsGroup NONE = new GoodsGroup(List.of(), List.of());

  private static final Set<String> KEYS = Set.of("categories", "codes");

  GoodsGroup {
    categories = List.copyOf(categories);
    codes = List.copyOf(codes);
  }

  static GoodsGroup read(YamlSection section) {
    section.allow(KEYS);
    for (String category : section.texts("categories")) {
      if (!Vocabulary.CATEGORIES.contains(category)) {
        throw section.fault(
            "categories",
            "'%s' is not a category; known are %s".formatted(category, Vocabulary.CATEGORIES));
      }
    }
    GoodsGroup group = new GoodsGroup(section.texts("categories"), codes(section));
    if (group.equals(NONE)) {
      throw section.fault("categories", "names no goods: give 'categories', 'codes' or both");
    }
    return group;
  }

  /** The codes a section names, without their dots. */
  static List<String> codes(YamlSection section) {
    List<String> codes = new ArrayList<>();
    for (String code : section.texts("codes")) {
      try {
        codes.add(Code.parse(code).digits());
      } catch (IllegalArgumentException e) {
        throw section.fault("codes", String.valueOf(e.getMessage()));
      }
    }
    return codes;
  }
}
