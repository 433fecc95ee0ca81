package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.pabean.assess.Assessor;
import org.pabean.listing.ListingFile;
import org.pabean.listing.ListingRow;
import org.pabean.listing.RejectedRow;
import org.pabean.listing.RowSink;
import org.pabean.listing.UnreadableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Classifies a file without a server. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = "Classifies a CSV, XLSX or JSON Lines file, without a server.")
final class Classify implements Callable<Integer> {

  private static final int AT_A_TIME = 200;

  @Parameters(paramLabel = "FILE", description = "The listings.")
  private Path file = Path.of("");

  @Mixin private Options options = new Options();

  @Mixin private ModelOption model = new ModelOption();

  @Option(names = "--out", description = "Where the four files go (default: out).")
  private Path out = Path.of("out");

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress bar.")
  private boolean quiet;

  @Mixin private Console console = new Console();

  private final Summary summary = new Summary();

  @Override
  public Integer call() throws IOException {
    // Faulty options are told before a long file is read.
    options.destinations();
    double threshold = options.threshold();
    List<ListingRow> rows = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    try {
      ListingFile.read(file, sink(rows, rejected));
    } catch (UnreadableFile e) {
      return console.refuse(e);
    }
    Assessor assessor = LocalAssessor.load(threshold, model);
    try (var files = new ResultFiles(out, assessor.nomenclature())) {
      rejected.forEach(files::write);
      assess(rows, assessor, files);
    }
    report();
    return summary.rejected() > 0 ? 1 : 0;
  }

  private RowSink sink(List<ListingRow> rows, List<RejectedRow> rejected) {
    return new RowSink() {
      @Override
      public void accepted(ListingRow row) {
        rows.add(row);
      }

      @Override
      public void rejected(RejectedRow row) {
        rejected.add(row);
        summary.countRejected();
      }

      @Override
      public void merged(long line) {
        summary.countMerged();
      }
    };
  }

  private void assess(List<ListingRow> rows, Assessor assessor, ResultFiles files) {
    try (ProgressBar bar = quiet ? null : bar(rows.size())) {
      for (int from = 0; from < rows.size(); from += AT_A_TIME) {
        List<ListingRow> some = rows.subList(from, Math.min(rows.size(), from + AT_A_TIME));
        List<List<AssessedRow>> assessed =
            some.parallelStream().map(row -> assess(row, assessor)).toList();
        for (List<AssessedRow> row : assessed) {
          row.forEach(files::write);
          row.forEach(r -> summary.count(r.assessment()));
        }
        if (bar != null) {
          bar.stepBy(some.size());
        }
      }
    }
  }

  private List<AssessedRow> assess(ListingRow row, Assessor assessor) {
    LocalDate date = options.date(row);
    return options.destinations(row).stream()
        .map(country -> new AssessedRow(row, assessor.assess(row.listing(), country, date)))
        .toList();
  }

  private static ProgressBar bar(int rows) {
    return new ProgressBarBuilder()
        .setTaskName("classify")
        .setInitialMax(rows)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .showSpeed()
        .build();
  }

  private void report() {
    if (json) {
      console.sayJson(summary.asMap());
      return;
    }
    console.say("");
    console.say(summary.asText());
    console.say("  Files in " + out + ": results.csv, results.jsonl, review.csv, rejected.csv");
    console.say("  Next: read review.csv, or let a team decide:  ./pabean serve");
  }
}
