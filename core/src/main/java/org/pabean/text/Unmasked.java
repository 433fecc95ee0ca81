package org.pabean.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as it reads once disguises are seen through: letters of other scripts, digits for letters
 * ({@code b4ttery}), spaced or dotted letters ({@code k.n.i.f.e}), letters repeated ({@code
 * vaaape}), marks as ornament, and what is invisible.
 *
 * <p>Repeated letters stand once, so phrases are to be {@link #folded} before they are compared. A
 * model number such as {@code A4}, {@code MP3} or {@code 20000mAh} is no word in disguise: it has
 * too few letters for its digits, or a digit that looks like no letter.
 */
public final class Unmasked {

  private static final String JOINTS = " .-_*·•~+,/|:'";
  private static final int SHORTEST_CHAIN = 3;

  private final String raw;
  private final Signs signs;
  private final NormalText text;

  private Unmasked(String raw, Signs signs) {
    this.raw = raw;
    this.signs = signs;
    this.text = new NormalText(new String(signs.sign, 0, signs.length));
  }

  /** The readings of a text; none if nothing in it looks disguised. */
  public static List<Unmasked> readings(String raw) {
    if (!Suspicion.isRaisedBy(raw)) {
      return List.of();
    }
    Signs signs = Signs.of(raw);
    List<Unmasked> readings = new ArrayList<>(1);
    readings.add(new Unmasked(raw, new Disguise(signs, false, false).read()));
    if (Disguise.mayHoldL(signs)) {
      readings.add(new Unmasked(raw, new Disguise(signs, true, false).read()));
    }
    if (Disguise.hasChainWithArticle(signs)) {
      readings.add(new Unmasked(raw, new Disguise(signs, false, true).read()));
    }
    return readings;
  }

  /** The form of a phrase in which it is compared with the readings. */
  public static String folded(String phrase) {
    String normal = NormalText.of(phrase).text();
    var folded = new StringBuilder(normal.length());
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      if (i == 0 || c != normal.charAt(i - 1) || !LookAlikes.isLatin(c)) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  /** The text as it reads. */
  public NormalText text() {
    return text;
  }

  /** Whether a stretch of the reading differs from what stands in the text. */
  public boolean isAltered(int start, int end) {
    return most(start, end) > Signs.PLAIN;
  }

  /** Whether it differs by more than marks on its letters. */
  public boolean isDisguised(int start, int end) {
    return most(start, end) == Signs.UNMASKED;
  }

  /** What stands in the text where a stretch of the reading was read. */
  public String original(int start, int end) {
    return raw.substring(signs.from[start], signs.to[end - 1]);
  }

  private byte most(int start, int end) {
    byte most = Signs.PLAIN;
    for (int i = start; i < end; i++) {
      most = (byte) Math.max(most, signs.how[i]);
    }
    return most;
  }

  /** Whether a sign may stand between the letters of a word that is written letter by letter. */
  static boolean isJoint(char c) {
    return JOINTS.indexOf(c) >= 0;
  }

  static int shortestChain() {
    return SHORTEST_CHAIN;
  }
}
