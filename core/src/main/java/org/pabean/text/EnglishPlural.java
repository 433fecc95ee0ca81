package org.pabean.text;

/** Cuts the plural endings of English words, cautiously: a word it does not know stays whole. */
final class EnglishPlural {

  private EnglishPlural() {}

  static String cut(String word) {
    String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    if (stem.length() < 4 || !stem.endsWith("s") || stem.endsWith("ss") || stem.endsWith("us")) {
      return stem;
    }
    if (stem.endsWith("ies") && stem.length() > 4) {
      return stem.substring(0, stem.length() - 3) + "y";
    }
    if (stem.equals("knives") || stem.equals("scarves") || stem.equals("shelves")) {
      return stem.substring(0, stem.length() - 3) + (stem.equals("knives") ? "fe" : "f");
    }
    boolean hissing =
        stem.endsWith("sses")
            || stem.endsWith("xes")
            || stem.endsWith("ches")
            || stem.endsWith("shes");
    return stem.substring(0, stem.length() - (hissing ? 2 : 1));
  }
}
