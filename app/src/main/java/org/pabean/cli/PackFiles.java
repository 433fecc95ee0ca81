package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pabean.screening.InvalidRulePack;
import org.pabean.screening.PackFault;
import org.pabean.screening.PackText;
import org.pabean.screening.RulePack;
import org.pabean.screening.Screener;

/** Reads rule packs that a person names on the command line. */
final class PackFiles {

  private PackFiles() {}

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if there is none; the message is one sentence
   */
  static PackText text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + ": there is no such file");
    }
    try {
      return PackText.read(file);
    } catch (InvalidRulePack e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * A screener with one pack instead of that of the same id, or beside the others.
   *
   * @throws IllegalArgumentException if the pack is faulty; a line for each fault
   */
  static Screener with(Screener screener, PackText text) {
    try {
      RulePack pack = text.pack();
      return screener.with(pack);
    } catch (InvalidRulePack e) {
      throw new IllegalArgumentException(
          "%s cannot be used:%n  %s"
              .formatted(
                  text.name(),
                  String.join(
                      System.lineSeparator() + "  ",
                      e.faults().stream().map(PackFault::toString).toList())),
          e);
    }
  }

  /** What is wrong with a pack; empty if nothing is. */
  static List<PackFault> faults(Screener phrases, PackText text) {
    try {
      phrases.with(text.pack());
      return List.of();
    } catch (InvalidRulePack e) {
      return e.faults();
    }
  }
}
