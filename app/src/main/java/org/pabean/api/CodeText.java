package org.pabean.api;

import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;

/** A code as answers give it: digits for programs, dotted for people. */
final class CodeText {

  private CodeText() {}

  static @Nullable String digits(@Nullable Code code) {
    return code == null ? null : code.digits();
  }

  static @Nullable String dotted(@Nullable Code code) {
    return code == null ? null : code.dotted();
  }
}
