package org.pabean.web;

/** Names of files that are handed out. */
final class FileName {

  private FileName() {}

  /** A name that every system takes: letters, digits, dots, dashes and underlines only. */
  static String of(String name, String ending) {
    return name.replaceAll("[^\\w.-]", "_") + ending;
  }
}
