package org.pabean.classify;

/** The exponential function, fast, and the same on every machine. */
final class Exp {

  private static final float LOG2E = 1.44269504f;

  private Exp() {}

  /** e to the power of {@code x}, to about seven digits; 0 below -87. */
  static float of(float x) {
    if (x < -87) {
      return 0;
    }
    float y = x * LOG2E;
    int whole = (int) y;
    if (y < whole) {
      whole--;
    }
    float f = y - whole;
    float power =
        1
            + f
                * (0.6931472f
                    + f
                        * (0.24022651f
                            + f
                                * (0.05550411f
                                    + f
                                        * (0.009618129f
                                            + f * (0.0013333558f + f * 0.00015403530f)))));
    return power * Float.intBitsToFloat((whole + 127) << 23);
  }
}
