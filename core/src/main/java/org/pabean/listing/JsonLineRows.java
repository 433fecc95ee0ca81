package org.pabean.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Lines: one object a line, its keys named like the columns of a CSV. */
final class JsonLineRows {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  JsonLineRows(Path file) {
    this.file = file;
  }

  void read(RowSink sink) throws UnreadableFile, IOException {
    List<String> lines = TextFile.decode(Files.readAllBytes(file)).lines().toList();
    if (lines.stream().allMatch(String::isBlank)) {
      throw new UnreadableFile(file, "the file is empty");
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        readLine(i + 1L, lines.get(i), sink);
      }
    }
  }

  private static void readLine(long line, String text, RowSink sink) {
    if (text.length() > 20 * ListingFile.LONGEST_CELL) {
      reject(
          line,
          text,
          "the line has %,d characters; that is too long".formatted(text.length()),
          sink);
      return;
    }
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JacksonException e) {
      reject(line, text, "is not JSON: " + e.getOriginalMessage(), sink);
      return;
    }
    if (!node.isObject()) {
      reject(line, text, "is not a JSON object; write {\"title\": …}", sink);
      return;
    }
    Map<String, String> cells = cells(node);
    new RowMapper(new ArrayList<>(cells.keySet())).map(line, cells, text, sink);
  }

  private static Map<String, String> cells(JsonNode object) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (var property : object.properties()) {
      JsonNode value = property.getValue();
      if (value.isValueNode()) {
        cells.put(property.getKey(), value.isNull() ? "" : value.asString());
      } else {
        cells.put(property.getKey(), value.toString());
      }
    }
    return cells;
  }

  private static void reject(long line, String text, String reason, RowSink sink) {
    sink.rejected(new RejectedRow(line, "", reason, RowMapper.shortened(text)));
  }
}
