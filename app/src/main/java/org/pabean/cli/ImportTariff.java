package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pabean.tariff.Arrival;
import org.pabean.tariff.NationalEdition;
import org.pabean.tariff.NationalTariffs;
import org.pabean.tariff.TariffFile;
import org.pabean.tariff.TariffFileRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    NationalEdition read;
    try {
      String whose = country.isBlank() ? "" : Country.parse(country).code();
      read =
          TariffFile.read(
              Console.existing(file), new TariffFile.Statement(whose, edition, asOf, columns));
    } catch (TariffFileRefused e) {
      return refuse(e);
    } catch (IllegalArgumentException e) {
      return console.refuse(e);
    }
    Arrival arrival = new NationalTariffs(data.path()).add(read, accept);
    var report = new ImportReport(read, arrival);
    if (json) {
      console.sayJson(report.asMap());
    } else {
      console.say(report.asText());
    }
    return arrival.outcome() == Arrival.Outcome.WAITING ? 1 : 0;
  }

  private int refuse(TariffFileRefused refused) {
    int exit = console.refuse(refused, refused.faults());
    long more = refused.total() - refused.faults().size();
    if (more > 0) {
      console.errors().printf("  … and %,d more%n", more);
      console.errors().flush();
    }
    return exit;
  }
}
