package org.pabean.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Mixin private Console console = new Console();

  private record Hit(Entry entry, double score) {}

  @Override
  public Integer call() {
    String text = String.join(" ", words).strip();
    if (text.isEmpty()) {
      return console.refuse("Say what to look for: tariff search power bank");
    }
    Nomenclature nomenclature = Nomenclature.hs2022();
    List<Hit> hits =
        text.matches("[0-9. ]+")
            ? byDigits(nomenclature, text.replaceAll("[. ]", ""))
            : byWords(nomenclature, model.classifier(nomenclature), text);
    if (json) {
      console.sayJson(asMap(hits));
    } else {
      console.say(asText(hits));
    }
    return 0;
  }

  private static String asText(List<Hit> hits) {
    return hits.isEmpty()
        ? "Nothing known is called so. Say what the goods are made of and what they do."
        : hits.stream()
            .map(
                hit ->
                    String.format(
                        Locale.ROOT,
                        "  %5.1f %%  %s  %s",
                        100 * hit.score,
                        hit.entry.code(),
                        hit.entry.description()))
            .collect(Collectors.joining("\n"));
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
