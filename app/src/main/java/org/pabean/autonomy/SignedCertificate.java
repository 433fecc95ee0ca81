package org.pabean.autonomy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A certificate as it is handed over. Whoever gets it checks the signature over the bytes of {@link
 * #content} in UTF-8, and compares the key's fingerprint with the one that the team gives.
 *
 * @param algorithm of the signature
 * @param content the certificate as JSON, to the letter
 * @param signature in Base64
 * @param publicKey in Base64 (X.509)
 */
public record SignedCertificate(
    String algorithm, String content, String signature, String publicKey) {

  /** The algorithm of all of them (RFC 8032). */
  public static final String ALGORITHM = "Ed25519";

  /** Whether the content is what was signed with this key. */
  public boolean isGenuine() {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(content.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Neither a key nor a signature: then nothing was signed with it.
      return false;
    }
  }

  /** Names the key: the beginning of its SHA-256, in groups that can be read out. */
  public String fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(publicKey.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 10).replaceAll("(.{4})(?=.)", "$1 ");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
