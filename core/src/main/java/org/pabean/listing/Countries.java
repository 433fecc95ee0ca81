package org.pabean.listing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds the ISO 3166-1 alpha-2 code of a country as sellers write it. */
final class Countries {

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /** The code, or empty if the text is no country that we know. */
  static String codeOf(String text) {
    return CODES.getOrDefault(text.strip().toLowerCase(Locale.ROOT), "");
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      for (String language : new String[] {"en", "id", "ms", "vi", "th", "fil", "zh"}) {
        String name = country.getDisplayCountry(Locale.forLanguageTag(language));
        codes.put(name.toLowerCase(Locale.ROOT), code);
      }
    }
    codes.put("viet nam", "VN");
    codes.put("mainland china", "CN");
    codes.put("usa", "US");
    codes.put("uk", "GB");
    codes.put("korea", "KR");
    codes.put("south korea", "KR");
    return codes;
  }
}
