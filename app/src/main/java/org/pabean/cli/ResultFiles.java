package org.pabean.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Lane;
import org.pabean.classify.Candidate;
import org.pabean.listing.RejectedRow;
import org.pabean.screening.Finding;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;

/**
 * Writes the four files of {@code classify}: all results twice, what to review, what was rejected.
 */
final class ResultFiles implements AutoCloseable {

  private static final int SHOWN_CANDIDATES = 3;

  private final Nomenclature nomenclature;
  private final Writer lines;
  private final CsvWriter results;
  private final CsvWriter review;
  private final CsvWriter rejected;

  ResultFiles(Path directory, Nomenclature nomenclature) throws IOException {
    this.nomenclature = nomenclature;
    Files.createDirectories(directory);
    this.lines = Files.newBufferedWriter(directory.resolve("results.jsonl"));
    this.results = CsvWriter.builder().build(directory.resolve("results.csv"));
    this.review = CsvWriter.builder().build(directory.resolve("review.csv"));
    this.rejected = CsvWriter.builder().build(directory.resolve("rejected.csv"));
    results.writeRecord(
        "row",
        "sku",
        "title",
        "destination",
        "lane",
        "code",
        "code_covers",
        "confidence",
        "second_code",
        "second_confidence",
        "reasons");
    review.writeRecord(
        "row",
        "sku",
        "title",
        "destination",
        "lane",
        "suggestions",
        "reasons",
        "law",
        "provide",
        "question");
    rejected.writeRecord("row", "column", "reason", "raw");
  }

  void write(AssessedRow assessed) {
    try {
      lines.write(ResultLine.of(assessed) + "\n");
      writeResult(assessed);
      if (assessed.assessment().lane() != Lane.AUTO) {
        writeReview(assessed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(RejectedRow row) {
    rejected.writeRecord(String.valueOf(row.line()), row.column(), row.reason(), row.raw());
  }

  @Override
  public void close() throws IOException {
    lines.close();
    results.close();
    review.close();
    rejected.close();
  }

  private void writeResult(AssessedRow assessed) {
    Assessment assessment = assessed.assessment();
    List<Candidate> candidates = assessment.candidates();
    @Nullable Candidate second = candidates.size() > 1 ? candidates.get(1) : null;
    results.writeRecord(
        String.valueOf(assessed.row().line()),
        assessed.row().listing().sku(),
        assessed.row().listing().title(),
        assessment.destination(),
        assessment.lane().name(),
        assessment.knownCode().map(code -> code.dotted()).orElse(""),
        assessment.knownCode().flatMap(nomenclature::find).map(Entry::description).orElse(""),
        decimal(assessment.confidence()),
        second == null ? "" : second.code().dotted(),
        second == null ? "" : decimal(second.confidence()),
        joined(assessment.open().stream().map(Finding::reason).toList()));
  }

  private void writeReview(AssessedRow assessed) {
    Assessment assessment = assessed.assessment();
    List<String> suggestions =
        assessment.candidates().stream()
            .limit(SHOWN_CANDIDATES)
            .map(c -> "%s (%s)".formatted(c.code(), decimal(c.confidence())))
            .toList();
    review.writeRecord(
        String.valueOf(assessed.row().line()),
        assessed.row().listing().sku(),
        assessed.row().listing().title(),
        assessment.destination(),
        assessment.lane().name(),
        joined(suggestions),
        joined(assessment.open().stream().map(Finding::reason).toList()),
        joined(assessment.open().stream().map(Finding::instrument).toList()),
        joined(assessment.open().stream().map(Finding::provide).toList()),
        assessment.question() == null ? "" : assessment.question().text());
  }

  private static String decimal(double confidence) {
    return String.format(Locale.ROOT, "%.2f", confidence);
  }

  private static String joined(List<String> texts) {
    List<String> told = new ArrayList<>(texts);
    told.removeIf(String::isBlank);
    return told.stream().distinct().collect(Collectors.joining(" | "));
  }
}
