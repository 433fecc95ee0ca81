package org.pabean.evaluate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pabean.evaluate.Evaluation.Run;

/**
 * Writes what a run showed as one HTML page (reliability diagram, risk–coverage curve, breakdown by
 * language and chapter) and the surest mistakes as CSV to learn from.
 */
public final class EvaluationReport {

  private static final int MISTAKES = 50;

  private final Run run;
  private final String title;

  /** Begins a report. */
  public EvaluationReport(Run run, String title) {
    this.run = run;
    this.title = title;
  }

  /**
   * Writes {@code report.html} and {@code mistakes.csv} into a folder, which is made if missing.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.html"), html());
    writeMistakes(folder.resolve("mistakes.csv"));
  }

  private void writeMistakes(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord("confidence", "answer", "right", "second", "title", "category", "source");
      Evaluation.surestFirst(run.judged()).stream()
          .filter(one -> !one.isRight(6) && !one.candidates().isEmpty())
          .limit(MISTAKES)
          .forEach(one -> csv.writeRecord(mistake(one)));
    }
  }

  private static List<String> mistake(Judged one) {
    return List.of(
        String.format(Locale.ROOT, "%.3f", one.confidence()),
        one.candidates().get(0).code().dotted(),
        one.row().code().dotted(),
        one.candidates().size() < 2 ? "" : one.candidates().get(1).code().dotted(),
        one.row().listing().title(),
        one.row().listing().category(),
        one.row().source());
  }

  private String html() {
    Evaluation all = run.evaluation();
    List<Judged> surestFirst = Evaluation.surestFirst(run.judged());
    return """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><title>%1$s</title>
        <style>body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2433}
        table{border-collapse:collapse;margin:.5rem 0 2rem}td,th{padding:.2rem .8rem;border-bottom:1px solid #dde1e8;text-align:right}
        td:first-child,th:first-child{text-align:left}svg{width:25rem;max-width:100%%;margin-right:2rem}
        figure{display:inline-block;margin:0}figcaption{color:#5b6475}</style>
        <h1>%1$s</h1>
        <p>%2$d labelled listings; 95 %% intervals in brackets.</p>
        %3$s
        <figure>%4$s<figcaption>Reliability: of the answers at a confidence, how many were right (15 bins of equal size; ECE %5$.3f).</figcaption></figure>
        <figure>%6$s<figcaption>Risk against coverage: share of wrong answers when only the surest are taken (AURC %7$.3f).</figcaption></figure>
        <h2>By language</h2>%8$s<h2>By chapter</h2>%9$s</html>
        """
        .formatted(
            escaped(title),
            all.n(),
            table("", Map.of("all", run.judged())),
            Charts.reliability(surestFirst),
            all.ece(),
            Charts.riskCoverage(surestFirst),
            all.aurc(),
            table("language", by(one -> one.row().listing().lang())),
            table("chapter", by(one -> one.row().code().upTo(2).dotted())));
  }

  private Map<String, List<Judged>> by(Function<Judged, String> key) {
    return run.judged().stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static String table(String head, Map<String, List<Judged>> groups) {
    StringBuilder rows =
        new StringBuilder(
            "<table><tr><th>%s<th>n<th>2 digits<th>4 digits<th>6 digits<th>first three<th>said"
                .formatted(head));
    groups.forEach(
        (name, judged) -> {
          Evaluation of = Evaluation.of(judged, 0);
          double said = judged.stream().mapToDouble(Judged::confidence).average().orElse(0);
          rows.append(
              "<tr><td>%s<td>%d<td>%s<td>%s<td>%s<td>%s<td>%.1f %%"
                  .formatted(
                      escaped(name),
                      of.n(),
                      of.rightAt(2).inPercent(),
                      of.rightAt(4).inPercent(),
                      of.rightAt(6).inPercent(),
                      of.top3AtSix().inPercent(),
                      100 * said));
        });
    return rows.append("</table>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
