package org.pabean.integration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as the Standard Webhooks specification says. */
final class Signature {

  private static final String SECRET_PREFIX = "whsec_";

  private Signature() {}

  /** The value of {@code webhook-signature}: one signature for each secret, the newest first. */
  static String of(List<byte[]> secrets, String messageId, Instant timestamp, String body) {
    return secrets.stream()
        .map(secret -> of(secret, messageId, timestamp, body))
        .collect(Collectors.joining(" "));
  }

  static String of(byte[] secret, String messageId, Instant timestamp, String body) {
    String signed = "%s.%d.%s".formatted(messageId, timestamp.getEpochSecond(), body);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** The secret as its receiver types it in. */
  static String shown(byte[] secret) {
    return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
  }
}
