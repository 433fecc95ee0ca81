package org.pabean.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.pabean.classify.Line;
import org.pabean.classify.Lines;
import org.pabean.evaluate.Interval;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often the line of AHTN is right where the subheading is divided and given, and how sure the
 * program says it is: {@code EightDigits FILE…}, JSON Lines with {@code text} and a {@code code} of
 * eight digits.
 */
public final class EightDigits {

  private static final int BINS = 15;

  private EightDigits() {}

  private record Told(double confidence, boolean right) {}

  /** Prints a Markdown row for each file. */
  public static void main(String[] args) throws IOException {
    System.out.println("| rows | n | right % | mean confidence | ECE |");
    System.out.println("|---|---|---|---|---|");
    for (String arg : args) {
      List<Told> told = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of(arg))) {
        tell(line, told);
      }
      told.sort(Comparator.comparingDouble(Told::confidence));
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %s | %.3f | %.3f |%n",
          Path.of(arg).getFileName(),
          told.size(),
          Interval.of(told.stream().filter(Told::right).count(), told.size()).asPercentCell(),
          told.stream().mapToDouble(Told::confidence).average().orElse(0),
          ece(told));
    }
  }

  private static void tell(String line, List<Told> told) {
    JsonNode row = new JsonMapper().readTree(line);
    String digits = row.path("code").asString("");
    if (!digits.matches("\\d{8}")) {
      return;
    }
    Code code = Code.parse(digits);
    Nomenclature nomenclature = Nomenclature.ahtn2022();
    if (nomenclature.find(code).isPresent() && nomenclature.below(code.upTo(6)).size() > 1) {
      Listing listing = Listing.ofTitle(row.path("text").asString(""));
      Line chosen = Lines.ahtn2022().choose(listing, code.upTo(6), 1).orElseThrow();
      told.add(new Told(chosen.confidence(), chosen.code().equals(code)));
    }
  }

  private static double ece(List<Told> sorted) {
    double error = 0;
    int n = sorted.size();
    for (int bin = 0; bin < BINS; bin++) {
      List<Told> some = sorted.subList(bin * n / BINS, (bin + 1) * n / BINS);
      double said = some.stream().mapToDouble(Told::confidence).sum();
      error += Math.abs(said - some.stream().filter(Told::right).count());
    }
    return n == 0 ? 0 : error / n;
  }
}
