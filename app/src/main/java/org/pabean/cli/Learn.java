package org.pabean.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.Labelled;
import org.pabean.classify.Learner;
import org.pabean.classify.Learner.Learned;
import org.pabean.evaluate.LabelledFile;
import org.pabean.tariff.Nomenclature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns a seller's own labelled history. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = "Learns your own labelled history on top of the built-in knowledge.")
final class Learn implements Callable<Integer> {

  private static final int SHOWN = 5;

  @Parameters(paramLabel = "FILE", description = "JSON Lines (.gz or not), CSV or XLSX, with hs6.")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "MODEL", description = "The model file.")
  private Path out = Path.of("");

  @Option(names = "--name", description = "Names the model (default: the file and today's date).")
  private @Nullable String name;

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    Learned learned;
    try {
      List<Labelled> rows = LabelledFile.read(Console.existing(file), Integer.MAX_VALUE);
      learned = new Learner(Nomenclature.hs2022()).learn(rows, version());
    } catch (IllegalArgumentException e) {
      return console.refuse(e);
    }
    learned.model().write(out);
    print(console.out(), learned);
    return 0;
  }

  private String version() {
    String given = name;
    return given == null
        ? "learned-%s-%s".formatted(file.getFileName(), LocalDate.now(ZoneOffset.UTC))
        : given;
  }

  private void print(PrintWriter print, Learned learned) throws IOException {
    print.printf(
        Locale.ROOT,
        "%n  Learned %,d rows; the model is %s (%.1f MB).%n",
        learned.learned(),
        out,
        Files.size(out) / 1e6);
    if (learned.carried() > 0) {
      print.printf(
          Locale.ROOT,
          "  Carried over from HS 2017: %,d rows whose goods stand under one other code now.%n",
          learned.carried());
    }
    if (!learned.setAside().isEmpty()) {
      print.printf(
          "  Set aside: %,d rows whose code HS 2022 does not hold or has split, such as %s.%n",
          learned.setAside().size(),
          learned.setAside().stream()
              .limit(SHOWN)
              .map(row -> row.code().dotted())
              .distinct()
              .collect(Collectors.joining(", ")));
    }
    if (!learned.contradictions().isEmpty()) {
      print.printf(
          "  Contradictions: %,d texts stand under several codes. Settle them and learn again:%n",
          learned.contradictions().size());
      learned.contradictions().stream()
          .limit(SHOWN)
          .forEach(c -> print.printf("    %s: %s%n", c.title(), c.codes()));
    }
    print.printf("  Next:  ./pabean classify FILE --to SG --model %s%n", out);
    print.flush();
  }
}
