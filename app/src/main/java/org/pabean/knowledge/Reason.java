package org.pabean.knowledge;

/** Why a lead changed what was decided. It stands in the record for good. */
final class Reason {

  private static final int LONGEST = 2_000;

  private Reason() {}

  /**
   * The reason without blanks around it.
   *
   * @param asked what to say, such as {@code say why it is wrong}
   * @throws IllegalArgumentException if there is none, or it is too long
   */
  static String of(String text, String asked) {
    String reason = text.strip();
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new IllegalArgumentException(
          "%s, in 1 to %,d characters: it stands in the record".formatted(asked, LONGEST));
    }
    return reason;
  }
}
