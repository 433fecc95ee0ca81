package org.pabean.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Finds subheadings by words in any of the languages, or by the first digits of a code. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Finds subheadings by what people call the goods, or by the first digits.")
final class SearchTariff implements Callable<Integer> {

  @Parameters(paramLabel = "WORDS", description = "Such as: power bank", arity = "1..*")
  private List<String> words = List.of();

  @Option(names = "--json", description = "Print JSON with stable names.")
  private boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most N (default: ${DEFAULT-VALUE}).")
  private int limit = 10;

  @Mixin private ModelOption model = new ModelOption();

  @Spec private @Nullable CommandSpec command;

  private record Hit(Entry entry, double score) {}

  @Override
  public Integer call() {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    String text = String.join(" ", words).strip();
    if (text.isEmpty()) {
      command.commandLine().getErr().println("Say what to look for: tariff search power bank");
      return 2;
    }
    Nomenclature nomenclature = Nomenclature.hs2022();
    List<Hit> hits =
        text.matches("[0-9. ]+")
            ? byDigits(nomenclature, text.replaceAll("[. ]", ""))
            : byWords(nomenclature, model.classifier(nomenclature), text);
    PrintWriter print = command.commandLine().getOut();
    if (json) {
      print.println(new JsonMapper().writeValueAsString(asMap(hits)));
    } else if (hits.isEmpty()) {
      print.println("Nothing known is called so. Say what the goods are made of and what they do.");
    } else {
      hits.forEach(
          hit ->
              print.printf(
                  Locale.ROOT,
                  "  %5.1f %%  %s  %s%n",
                  100 * hit.score,
                  hit.entry.code(),
                  hit.entry.description()));
    }
    print.flush();
    return 0;
  }

  private List<Hit> byWords(Nomenclature nomenclature, Classifier classifier, String text) {
    List<Hit> hits = new ArrayList<>();
    for (Candidate candidate : classifier.classify(Listing.ofTitle(text)).candidates()) {
      nomenclature
          .find(candidate.code())
          .ifPresent(entry -> hits.add(new Hit(entry, candidate.confidence())));
    }
    return hits.stream().limit(limit).toList();
  }

  private List<Hit> byDigits(Nomenclature nomenclature, String digits) {
    return nomenclature.atLevel(6).stream()
        .filter(entry -> entry.code().digits().startsWith(digits))
        .limit(limit)
        .map(entry -> new Hit(entry, 1))
        .toList();
  }

  private static Map<String, Object> asMap(List<Hit> hits) {
    List<Map<String, Object>> results = new ArrayList<>();
    for (Hit hit : hits) {
      Code code = hit.entry.code();
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("code", code.digits());
      result.put("description", hit.entry.description());
      result.put("score", hit.score);
      results.add(result);
    }
    return Map.of("results", results);
  }
}
