package org.pabean.record;

import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The end of the chain at some time. Who keeps it outside of the database can prove later that
 * nothing up to there was changed.
 *
 * @param seq how many events the chain had; null if only the hash was kept
 * @param hash hexadecimal
 */
public record Head(@Nullable Long seq, String hash) {

  /** Checks the hash. */
  public Head {
    hash = hash.toLowerCase(Locale.ROOT);
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "'%s' is no head: give the 64 hexadecimal digits, or 1234:… with the number before them"
              .formatted(hash));
    }
  }

  static Head of(long seq, byte[] hash) {
    return new Head(seq, HexFormat.of().formatHex(hash));
  }

  /** Reads a head as it is published, {@code 1234:…}, or its hash alone. */
  public static Head parse(String text) {
    String[] parts = text.strip().split(":", 2);
    if (parts.length == 1) {
      return new Head(null, parts[0]);
    }
    if (!parts[0].matches("\\d{1,18}")) {
      throw new IllegalArgumentException(
          "'%s' is no head: before the colon stands a whole number".formatted(text));
    }
    return new Head(Long.valueOf(parts[0]), parts[1]);
  }

  @Override
  public String toString() {
    return seq == null ? hash : seq + ":" + hash;
  }
}
