package org.pabean.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Arrival;
import org.pabean.tariff.NationalEdition;
import org.pabean.tariff.NationalTariffs;
import org.pabean.tariff.TariffFile;
import org.pabean.tariff.TariffFileRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Imports the official file of a country's tariff. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports the official file of a country's tariff, CSV or XLSX.",
      "Indonesia's BTKI, Vietnam's tariff sheet, tables of AHTN, the list of HS and the HTS of the"
          + " United States are recognised by their header; of any other file say with --map what"
          + " its columns mean."
    })
final class ImportTariff implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The official file.")
  private Path file = Path.of("");

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "2026-01-06",
      description = "The date whose law the file states.")
  private LocalDate asOf = LocalDate.EPOCH;

  @Option(
      names = "--country",
      paramLabel = "VN",
      description = "Whose tariff it is, if the format does not say it.")
  private String country = "";

  @Option(
      names = "--edition",
      paramLabel = "NAME",
      description = "What to call it (default: after its format, or its file).")
  private String edition = "";

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "code=Kode",
      description = {
        "What the columns mean: code, description, local, unit, and any name for a column of"
            + " rates or policies to keep, such as mfn=BM."
      })
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--accept", description = "Store it although it changes what was imported.")
  private boolean accept;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Mixin private DataDirectory data = new DataDirectory();

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    PrintWriter errors = command.commandLine().getErr();
    if (!Files.isRegularFile(file)) {
      errors.println(file + ": there is no such file");
      return 2;
    }
    NationalEdition read;
    try {
      String whose = country.isBlank() ? "" : Country.parse(country).code();
      read = TariffFile.read(file, new TariffFile.Statement(whose, edition, asOf, columns));
    } catch (TariffFileRefused e) {
      print(errors, e);
      return 2;
    } catch (IllegalArgumentException e) {
      errors.println(e.getMessage());
      return 2;
    }
    Arrival arrival = new NationalTariffs(data.path()).add(read, accept);
    var report = new ImportReport(read, arrival);
    PrintWriter print = command.commandLine().getOut();
    print.println(json ? new JsonMapper().writeValueAsString(report.asMap()) : report.asText());
    print.flush();
    return arrival.outcome() == Arrival.Outcome.WAITING ? 1 : 0;
  }

  private static void print(PrintWriter errors, TariffFileRefused refused) {
    errors.println(refused.getMessage());
    refused.faults().forEach(fault -> errors.println("  " + fault));
    long more = refused.total() - refused.faults().size();
    if (more > 0) {
      errors.printf("  … and %,d more%n", more);
    }
    errors.flush();
  }
}
