package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Assessor;
import org.pabean.evaluate.Simulation;
import org.pabean.listing.ListingFile;
import org.pabean.listing.ListingRow;
import org.pabean.listing.RejectedRow;
import org.pabean.listing.RowSink;
import org.pabean.listing.UnreadableFile;
import org.pabean.screening.PackText;
import org.pabean.screening.Screener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a rule pack would change on a seller's own catalogue, before it is switched on. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a rule pack would change on a catalogue: which items change lane, by which rule,",
      "and the minutes of review that costs. The pack stands in for the built-in one of its name,",
      "or beside the others."
    })
final class SimulateRules implements Callable<Integer> {

  private static final int AT_A_TIME = 200;

  @Option(names = "--pack", required = true, paramLabel = "NEW.yaml", description = "The pack.")
  private Path pack = Path.of("");

  @Option(
      names = "--on",
      required = true,
      paramLabel = "CATALOGUE",
      description = "Listings: any file that 'classify' reads.")
  private Path catalogue = Path.of("");

  @Mixin private Options options = new Options();

  @Mixin private ModelOption model = new ModelOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write changes.csv (each item that changes, and why) and lanes.csv there.")
  private @Nullable Path out;

  @Option(
      names = "--seconds-per-task",
      paramLabel = "45",
      description = "How long a person takes over a task (default: ${DEFAULT-VALUE}).")
  private int secondsPerTask = 45;

  @Option(names = "--json", description = "Print JSON with stable names.")
  private boolean json;

  @Mixin private Console console = new Console();

  private final List<ListingRow> rows = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    options.destinations();
    double threshold = options.threshold();
    if (secondsPerTask < 1) {
      return console.refuse("--seconds-per-task must be at least 1, not " + secondsPerTask);
    }
    PackText text;
    try {
      text = PackFiles.text(pack);
      PackFiles.with(Screener.of(List.of()), text);
      ListingFile.read(catalogue, sink());
    } catch (UnreadableFile | IllegalArgumentException e) {
      return console.refuse(e);
    }
    if (rows.isEmpty()) {
      return console.refuse("%s: holds no listing that can be read".formatted(catalogue));
    }
    Assessor assessor = LocalAssessor.load(threshold, model);
    var simulation = new Simulation();
    simulate(assessor, PackFiles.with(assessor.screener(), text), simulation);
    var report =
        new SimulationText(
            text.pack().label(), simulation.report(), rejected.size(), secondsPerTask);
    Path folder = out;
    if (folder != null) {
      report.write(folder);
    }
    if (json) {
      console.sayJson(report.asMap());
      return exit();
    }
    console.say(report.asText());
    if (folder != null) {
      console.say("  Files in " + folder + ": changes.csv, lanes.csv");
    }
    return exit();
  }

  private int exit() {
    return rejected.isEmpty() ? 0 : 1;
  }

  private RowSink sink() {
    return new RowSink() {
      @Override
      public void accepted(ListingRow row) {
        rows.add(row);
      }

      @Override
      public void rejected(RejectedRow row) {
        rejected.add(row);
      }

      @Override
      public void merged(long line) {
        // It belongs to the row above, which is counted.
      }
    };
  }

  private void simulate(Assessor assessor, Screener other, Simulation simulation) {
    for (int from = 0; from < rows.size(); from += AT_A_TIME) {
      rows.subList(from, Math.min(rows.size(), from + AT_A_TIME)).parallelStream()
          .map(row -> items(row, assessor, other))
          .collect(Collectors.toList())
          .forEach(items -> items.forEach(simulation::add));
    }
  }

  private List<Simulation.Item> items(ListingRow row, Assessor assessor, Screener other) {
    LocalDate date = options.date(row);
    List<Simulation.Item> items = new ArrayList<>();
    for (String country : options.destinations(row)) {
      List<Assessment> both =
          assessor.assessUnder(List.of(assessor.screener(), other), row.listing(), country, date);
      String sku = row.listing().sku();
      String id = sku.isEmpty() ? "row " + row.line() : "row %d, %s".formatted(row.line(), sku);
      items.add(new Simulation.Item(id, row.listing().title(), both.get(0), both.get(1), null));
    }
    return items;
  }
}
