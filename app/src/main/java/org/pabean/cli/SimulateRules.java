package org.pabean.cli;

import java.io.IOException;
import java.io.PrintWriter;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

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

  @Spec private @Nullable CommandSpec command;

  private final List<ListingRow> rows = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    List<String> destinations = options.destinations();
    double threshold = options.threshold();
    if (secondsPerTask < 1) {
      return fail("--seconds-per-task must be at least 1, not " + secondsPerTask);
    }
    PackText text;
    try {
      text = PackFiles.text(pack);
      PackFiles.with(Screener.of(List.of()), text);
      ListingFile.read(catalogue, sink());
    } catch (UnreadableFile | IllegalArgumentException e) {
      return fail(String.valueOf(e.getMessage()));
    }
    if (rows.isEmpty()) {
      return fail("%s: holds no listing that can be read".formatted(catalogue));
    }
    Assessor assessor = LocalAssessor.load(threshold, model);
    var simulation = new Simulation();
    simulate(destinations, assessor, PackFiles.with(assessor.screener(), text), simulation);
    var report =
        new SimulationText(
            text.pack().label(), simulation.report(), rejected.size(), secondsPerTask);
    Path folder = out;
    if (folder != null) {
      report.write(folder);
    }
    PrintWriter print = command().commandLine().getOut();
    print.println(json ? new JsonMapper().writeValueAsString(report.asMap()) : report.asText());
    if (folder != null && !json) {
      print.println("  Files in " + folder + ": changes.csv, lanes.csv");
    }
    print.flush();
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

  private void simulate(
      List<String> destinations, Assessor assessor, Screener other, Simulation simulation) {
    for (int from = 0; from < rows.size(); from += AT_A_TIME) {
      rows.subList(from, Math.min(rows.size(), from + AT_A_TIME)).parallelStream()
          .map(row -> items(row, destinations, assessor, other))
          .collect(Collectors.toList())
          .forEach(items -> items.forEach(simulation::add));
    }
  }

  private List<Simulation.Item> items(
      ListingRow row, List<String> destinations, Assessor assessor, Screener other) {
    LocalDate own = row.asOf();
    LocalDate date = own == null ? options.date() : own;
    List<String> to = row.destination().isEmpty() ? destinations : List.of(row.destination());
    List<Simulation.Item> items = new ArrayList<>();
    for (String country : to) {
      List<Assessment> both =
          assessor.assessUnder(List.of(assessor.screener(), other), row.listing(), country, date);
      String sku = row.listing().sku();
      String id = sku.isEmpty() ? "row " + row.line() : "row %d, %s".formatted(row.line(), sku);
      items.add(new Simulation.Item(id, row.listing().title(), both.get(0), both.get(1), null));
    }
    return items;
  }

  private int fail(String sentence) {
    PrintWriter errors = command().commandLine().getErr();
    errors.println(sentence);
    errors.flush();
    return 2;
  }

  private CommandSpec command() {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    return command;
  }
}
