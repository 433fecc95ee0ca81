package org.pabean.certify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws by a keyed hash (HMAC-SHA-256): the same thing is drawn or not for good, whoever holds the
 * key can draw again and compare, and whoever does not can neither foresee nor steer it.
 */
public final class Draw {

  /** Review never reaches zero: at least this share is drawn. */
  public static final double FLOOR = 0.01;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BITS = 53;

  private final SecretKeySpec key;
  private final double share;

  /**
   * Draws a share.
   *
   * @param share from {@link #FLOOR} to 1
   */
  public Draw(byte[] key, double share) {
    if (!(share >= FLOOR && share <= 1)) {
      throw new IllegalArgumentException(
          "the share that is audited is %s, and must lie from %s to 1".formatted(share, FLOOR));
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.share = share;
  }

  /** The share that is drawn, which is the probability of each. */
  public double share() {
    return share;
  }

  /** Whether a thing is drawn. */
  public boolean takes(String thing) {
    return place(thing) < share;
  }

  /** Where a thing falls, as if thrown evenly between 0 and 1. */
  double place(String thing) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      long first = ByteBuffer.wrap(mac.doFinal(thing.getBytes(StandardCharsets.UTF_8))).getLong();
      return (first >>> (Long.SIZE - BITS)) * 0x1p-53;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
