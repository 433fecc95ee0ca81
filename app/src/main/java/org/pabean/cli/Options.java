package org.pabean.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.ListingRow;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where goods go, when, and what is sure enough. */
final class Options {

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "SG[,VN…]",
      description = "Destinations, two letters each.")
  private List<String> to = List.of();

  @Option(
      names = "--date",
      paramLabel = "2026-11-24",
      description = "The date whose rules apply (default: today).")
  private @Nullable LocalDate date;

  @Option(
      names = "--threshold",
      paramLabel = "0.85",
      description =
          "The lowest confidence at which the machine finalises (default: ${DEFAULT-VALUE}).")
  private double threshold = org.pabean.assess.Gate.DEFAULT_THRESHOLD;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  List<String> destinations() {
    List<String> destinations =
        to.stream().map(country -> country.strip().toUpperCase(Locale.ROOT)).toList();
    for (String destination : destinations) {
      if (!destination.matches("[A-Z]{2}")) {
        throw fault(
            "'%s' is not a destination: give two letters such as --to SG".formatted(destination));
      }
    }
    return destinations;
  }

  LocalDate date() {
    return date == null ? LocalDate.now(ZoneOffset.UTC) : date;
  }

  /** The day whose rules apply to a row: its own, where it names one. */
  LocalDate date(ListingRow row) {
    LocalDate own = row.asOf();
    return own == null ? date() : own;
  }

  /** Where the goods of a row go: where it says itself, else where all go. */
  List<String> destinations(ListingRow row) {
    return row.destination().isEmpty() ? destinations() : List.of(row.destination());
  }

  double threshold() {
    if (!(threshold > 0.5 && threshold < 1)) {
      throw fault("--threshold must lie above 0.5 and below 1, not " + threshold);
    }
    return threshold;
  }

  private ParameterException fault(String sentence) {
    return Console.fault(command, sentence);
  }
}
