package org.pabean.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess, and the hashes under which alone they are kept. */
public final class SecretText {

  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretText() {}

  /** A new text of so many random bytes, fit for an address. */
  public static String random(int bytes) {
    byte[] noise = new byte[bytes];
    RANDOM.nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }

  /** What is kept of it: enough to know it again, too little to use it. */
  public static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
