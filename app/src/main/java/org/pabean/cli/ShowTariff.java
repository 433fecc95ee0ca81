package org.pabean.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;
import org.pabean.tariff.EditionChange;
import org.pabean.tariff.Entry;
import org.pabean.tariff.NationalEdition;
import org.pabean.tariff.NationalTariffs;
import org.pabean.tariff.Nomenclature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all that is known about a code. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows what a code covers, its notes and names, and a country's lines and rates.")
final class ShowTariff implements Callable<Integer> {

  @Parameters(paramLabel = "CODE", description = "2, 4, 6, 8 or 10 digits, such as 8211.92.")
  private String text = "";

  @Option(names = "--country", paramLabel = "VN", description = "Whose lines and rates to show.")
  private String country = "";

  @Option(
      names = "--date",
      paramLabel = "2026-11-24",
      description = "The date whose tariff applies (default: today).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON with stable names.")
  private boolean json;

  @Mixin private DataDirectory data = new DataDirectory();

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    Code code;
    Optional<Country> whose;
    try {
      code = Code.parse(text);
      whose = country.isBlank() ? Optional.empty() : Optional.of(Country.parse(country));
    } catch (IllegalArgumentException e) {
      return console.refuse(e);
    }
    Optional<NationalEdition> national = Optional.empty();
    if (whose.isPresent()) {
      national = tariffs().inForce(whose.get().code(), asOf());
    }
    CodeCard card = CodeCard.of(code, tree(whose), national.orElse(null));
    if (!card.exists()) {
      return console.refuse(missing(card));
    }
    if (json) {
      console.sayJson(card.asMap());
    } else {
      new CodeCardText(card, console.out()).write();
      console.out().flush();
    }
    if (whose.isPresent() && national.isEmpty()) {
      console.errors().println(notImported(whose.get()));
    }
    return 0;
  }

  /** AHTN for ASEAN and for nobody in particular, else the six digits that all countries share. */
  private static Nomenclature tree(Optional<Country> whose) {
    return whose.map(Country::hasAhtn).orElse(true)
        ? Nomenclature.ahtn2022()
        : Nomenclature.hs2022();
  }

  private NationalTariffs tariffs() {
    return new NationalTariffs(data.path());
  }

  private LocalDate asOf() {
    return date == null ? LocalDate.now(ZoneOffset.UTC) : date;
  }

  private String notImported(Country whose) throws IOException {
    List<LocalDate> dates = tariffs().dates(whose.code());
    String instead =
        whose.hasAhtn()
            ? "the lines are those that ASEAN shares"
            : "only the six digits of HS are shown";
    return dates.isEmpty()
        ? "No tariff of %s is imported, so %s; import one with: tariff import FILE --country %s --as-of DATE"
            .formatted(whose.name(), instead, whose.code())
        : "The tariffs of %s that are imported begin at %s, after %s, so %s"
            .formatted(whose.name(), dates.get(0), asOf(), instead);
  }

  private static String missing(CodeCard card) {
    Code code = card.code();
    NationalEdition national = card.national();
    String where =
        national == null
            ? code.level() > 6 ? CodeCardText.name(card.tree().edition()) : "HS 2022"
            : "%s's %s as of %s"
                .formatted(
                    new Country(national.country()).name(), national.name(), national.asOf());
    var sentence = new StringBuilder("%s is not a code of %s".formatted(code, where));
    List<Code> now = EditionChange.between(Edition.HS2017, Edition.HS2022).carry(code).to();
    if (code.level() >= 6 && card.tree().find(code.upTo(6)).isEmpty() && !now.isEmpty()) {
      return sentence.append("; it was one of HS 2017, now ").append(joined(now)).toString();
    }
    for (int level = code.level() - 2; level >= 2; level -= 2) {
      Code above = code.upTo(level);
      List<Code> below = below(card, above);
      if (!below.isEmpty()) {
        return sentence.append("; %s has %s".formatted(above, joined(below))).toString();
      }
    }
    return sentence
        .append("; chapters go from 01 to 97 without 77, and each country fills 98 and 99 itself")
        .toString();
  }

  private static List<Code> below(CodeCard card, Code above) {
    NationalEdition national = card.national();
    return national != null && above.level() >= 6
        ? national.within(above).stream().map(line -> line.code()).toList()
        : card.tree().below(above).stream().map(Entry::code).toList();
  }

  private static String joined(List<Code> codes) {
    return codes.stream().map(Code::dotted).collect(Collectors.joining(", "));
  }
}
