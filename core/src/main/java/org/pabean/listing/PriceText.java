package org.pabean.listing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads prices as shops write them: {@code S$18.90}, {@code 1.250.000 ₫}, {@code Rp 125.000}. */
final class PriceText {

  /** ISO 4217's own code for "no currency": the amount is known, the currency is not. */
  static final String UNKNOWN_CURRENCY = "XXX";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,' ]*");
  private static final Pattern ISO = Pattern.compile("\\b[A-Z]{3}\\b");
  private static final Set<String> DOTTED_THOUSANDS = Set.of("IDR", "VND");
  // Longer signs first: "S$" before "$".
  private static final List<Map.Entry<String, String>> SIGNS =
      List.of(
          Map.entry("US$", "USD"),
          Map.entry("S$", "SGD"),
          Map.entry("RM", "MYR"),
          Map.entry("Rp", "IDR"),
          Map.entry("₫", "VND"),
          Map.entry("đ", "VND"),
          Map.entry("฿", "THB"),
          Map.entry("₱", "PHP"),
          Map.entry("¥", "CNY"),
          Map.entry("￥", "CNY"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"));

  private PriceText() {}

  static Money parse(String text, String currencyColumn) {
    String currency = currencyColumn.isBlank() ? currencyIn(text) : currencyColumn;
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      throw new IllegalArgumentException(
          "'%s' is not a price; write a number such as 18.90".formatted(text));
    }
    return new Money(new BigDecimal(plainNumber(number.group().strip(), currency)), currency);
  }

  private static String currencyIn(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      return iso.group();
    }
    return SIGNS.stream()
        .filter(sign -> text.contains(sign.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(UNKNOWN_CURRENCY);
  }

  private static String plainNumber(String written, String currency) {
    String number = written.replace(" ", "").replace("'", "").replaceAll("[.,]$", "");
    int dot = number.lastIndexOf('.');
    int comma = number.lastIndexOf(',');
    if (dot >= 0 && comma >= 0) {
      char thousands = dot > comma ? ',' : '.';
      return number.replace(String.valueOf(thousands), "").replace(',', '.');
    }
    int mark = Math.max(dot, comma);
    if (mark < 0) {
      return number;
    }
    boolean three = number.length() - mark - 1 == 3;
    boolean several = number.indexOf(number.charAt(mark)) != mark;
    boolean thousands = three && (several || comma >= 0 || DOTTED_THOUSANDS.contains(currency));
    return thousands ? number.replaceAll("[.,]", "") : number.replace(',', '.');
  }
}
