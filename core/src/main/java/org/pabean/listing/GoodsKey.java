package org.pabean.listing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.pabean.text.NormalText;

/**
 * Stands for goods described in the same words, whatever their SKU, price or spelling of blanks and
 * capitals.
 *
 * @param hex SHA-256 over the normalised texts
 */
public record GoodsKey(String hex) {

  /** The key of a listing's goods. */
  public static GoodsKey of(Listing listing) {
    MessageDigest digest = sha256();
    listing.texts().stream()
        .map(text -> NormalText.of(text.name()) + "\u001f" + NormalText.of(text.text()))
        .sorted()
        .forEach(text -> digest.update((text + "\u001e").getBytes(StandardCharsets.UTF_8)));
    digest.update(listing.origin().getBytes(StandardCharsets.UTF_8));
    return new GoodsKey(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
