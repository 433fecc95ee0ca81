package org.pabean.web;

import java.util.Locale;

/** Makes a message, as exceptions carry it, a sentence for the screen. */
final class Sentence {

  private Sentence() {}

  static String of(String message) {
    String text = message.strip();
    if (text.isEmpty()) {
      return text;
    }
    String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return begun.endsWith(".") || begun.endsWith("!") || begun.endsWith("?") ? begun : begun + ".";
  }
}
