package org.pabean.record;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How an event's hash follows from the one before it and from every byte of the event. Changing
 * this breaks every record there is.
 */
final class Chain {

  private static final byte[] BEFORE_THE_FIRST = new byte[32];

  private Chain() {}

  /** What the first event follows. */
  static byte[] start() {
    return BEFORE_THE_FIRST.clone();
  }

  /** The hash of an event at its place. */
  static byte[] next(byte[] previous, long seq, Event event) {
    var bytes = new ByteArrayOutputStream(256 + event.payload().length());
    try (var out = new DataOutputStream(bytes)) {
      out.write(previous);
      out.writeLong(seq);
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.at()));
      // Each text with its length before it: no two events can have the same bytes.
      write(out, event.actorId() == null ? "" : event.actorId().toString());
      write(out, event.actor());
      write(out, event.role());
      write(out, event.kind());
      out.writeInt(event.version());
      write(out, event.subject().toString());
      write(out, event.payload());
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes all that is written", e);
    }
    return sha256(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
