package org.pabean.consignment;

import org.jspecify.annotations.Nullable;

/** What a file leaves out is empty here, so that nobody has to ask twice. */
final class Texts {

  private Texts() {}

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
