package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Knowledge;
import org.pabean.tariff.KnowledgeCounts;
import org.pabean.tariff.OfficialCheck;
import org.pabean.tariff.TariffCheck;
import org.pabean.tariff.TariffFileRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the built-in codes, names, examples and notes. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Counts the built-in codes, names, examples and notes, and lists their faults.")
final class CheckTariff implements Callable<Integer> {

  @Option(names = "--json", description = "Print JSON with stable names.")
  private boolean json;

  @Option(
      names = "--official",
      paramLabel = "DIR",
      description = {
        "A folder with hs2022.csv and ahtn2022.csv (and us-hts.csv): compares the codes with them,"
            + " and lists descriptions that come too close to their words."
      })
  private @Nullable Path official;

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    for (String name : List.of("hs2022.csv", "ahtn2022.csv")) {
      if (official != null && !Files.isRegularFile(official.resolve(name))) {
        return console.refuse(official.resolve(name) + ": there is no such file");
      }
    }
    Knowledge knowledge = Knowledge.builtIn();
    List<TariffCheck.Fault> faults = new ArrayList<>(TariffCheck.faults(knowledge));
    OfficialCheck compared = null;
    if (official != null) {
      try {
        compared = OfficialCheck.of(knowledge, official);
      } catch (TariffFileRefused e) {
        return console.refuse(e, e.faults());
      }
      faults.addAll(compared.faults());
    }
    var report = new CheckReport(KnowledgeCounts.of(knowledge), faults, compared);
    if (json) {
      console.sayJson(report.asMap());
    } else {
      console.say(report.asText());
    }
    return faults.isEmpty() ? 0 : 1;
  }
}
