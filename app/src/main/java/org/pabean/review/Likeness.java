package org.pabean.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pabean.catalogue.Item;
import org.pabean.listing.Listing;
import org.pabean.screening.Finding;
import org.pabean.text.Words;

/**
 * Tells variants of one product apart from other goods: the same words but for size, colour and
 * quantity, the same seller and destination, held for the same findings, with the same first code.
 */
final class Likeness {

  private static final Set<String> VARIANT_NAMES =
      Set.of(
          "size",
          "colour",
          "color",
          "quantity",
          "qty",
          "pack",
          "pack size",
          "pieces",
          "length",
          "width",
          "height",
          "diameter",
          "capacity",
          "volume",
          "ukuran",
          "warna",
          "jumlah",
          "saiz",
          "mau sac",
          "kich thuoc");

  private static final Set<String> VARIANT_WORDS =
      Set.of(
          // colours
          "black",
          "white",
          "red",
          "green",
          "blue",
          "yellow",
          "orange",
          "purple",
          "pink",
          "brown",
          "grey",
          "gray",
          "beige",
          "navy",
          "ivory",
          "transparent",
          "clear",
          "multicolour",
          "multicolor",
          "dark",
          "hitam",
          "putih",
          "merah",
          "hijau",
          "biru",
          "kuning",
          "coklat",
          "kelabu",
          "abu",
          "den",
          "trang",
          "do",
          "xanh",
          "vang",
          "nau",
          // sizes
          "xs",
          "s",
          "m",
          "l",
          "xl",
          "xxl",
          "xxxl",
          "small",
          "medium",
          "large",
          "mini",
          "big",
          "size",
          "inch",
          "inches",
          "in",
          "mm",
          "cm",
          "metre",
          "meter",
          "ml",
          "litre",
          "liter",
          "oz",
          "g",
          "gram",
          "grams",
          "kg",
          "lb",
          "w",
          "watt",
          "v",
          "mah",
          // quantities
          "pack",
          "packs",
          "pcs",
          "pc",
          "piece",
          "pieces",
          "pair",
          "pairs",
          "x",
          "of",
          "single",
          "double",
          "twin");

  private static final Pattern NUMBER = Pattern.compile("[\\d.,/]*\\d[\\d.,/]*\\p{L}{0,4}");

  private Likeness() {}

  /** What an item has in common with its variants, and with nothing else. */
  static String of(Item item) {
    MessageDigest digest = sha256();
    add(digest, item.sellerId().toString());
    add(digest, item.destination());
    add(digest, item.code() == null ? "" : item.code().digits());
    item.assessment().open().stream().map(Finding::id).sorted().forEach(id -> add(digest, id));
    words(item.listing()).forEach(word -> add(digest, word));
    add(digest, item.listing().origin());
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /** The words that are not about size, colour or quantity, each text's in its order. */
  static List<String> words(Listing listing) {
    return listing.texts().stream()
        .filter(text -> !VARIANT_NAMES.contains(text.key().toLowerCase(Locale.ROOT)))
        .flatMap(text -> Words.keys(text.text()).stream())
        .filter(word -> !VARIANT_WORDS.contains(word) && !NUMBER.matcher(word).matches())
        .toList();
  }

  private static void add(MessageDigest digest, String part) {
    digest.update((part + "\u001f").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
