package org.pabean.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.screening.Finding;
import tools.jackson.databind.json.JsonMapper;

/** An assessment as a line of JSON; the names are stable, scripts rely on them. */
final class ResultLine {

  private static final JsonMapper JSON = new JsonMapper();

  private ResultLine() {}

  /** The line of a row of a file. */
  static String of(AssessedRow assessed) {
    return of(assessed.row().line(), assessed.row().listing().sku(), assessed.assessment());
  }

  /** The line of a listing that stands in the given row, or of the only one. */
  static String of(long row, String sku, Assessment assessment) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("row", row);
    line.put("sku", sku);
    line.put("destination", assessment.destination());
    line.put("lane", assessment.lane());
    line.put("code", assessment.code());
    line.put("confidence", assessment.confidence());
    line.put("line", assessment.line());
    line.put("candidates", assessment.candidates());
    line.put("findings", assessment.findings().stream().map(ResultLine::finding).toList());
    line.put("question", assessment.question());
    line.put("versions", assessment.versions());
    return JSON.writeValueAsString(line);
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", finding.rule());
    fields.put("pack", finding.pack());
    fields.put("category", finding.category());
    fields.put("field", finding.field());
    fields.put("matched", finding.matched());
    fields.put("reason", finding.reason());
    fields.put("source", finding.source());
    fields.put("effect", finding.effect());
    fields.put("instrument", finding.instrument());
    fields.put("authority", finding.authority());
    fields.put("verified", finding.verified());
    fields.put("provide", finding.provide());
    fields.put("ask", finding.ask());
    return fields;
  }
}
