package org.pabean.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.Labelled;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.tariff.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labelled listings: JSON Lines, gzip or not, with {@code text} and {@code hs6}, or CSV and
 * XLSX with a title and a column of codes.
 */
public final class LabelledFile {

  private static final JsonMapper JSON = new JsonMapper();

  private LabelledFile() {}

  /**
   * All rows of a file, in order.
   *
   * @param limit how many rows at most
   * @throws IllegalArgumentException if a row is not a labelled listing; the message names it
   */
  public static List<Labelled> read(Path file, int limit) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".xlsx") || name.endsWith(".tsv")
        ? LabelledTable.read(file, limit)
        : jsonLines(file, limit);
  }

  private static List<Labelled> jsonLines(Path file, int limit) throws IOException {
    List<Labelled> rows = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      @Nullable String line = reader.readLine();
      for (int number = 1; line != null && rows.size() < limit; number++) {
        if (!line.isBlank()) {
          rows.add(row(file, number, line));
        }
        line = reader.readLine();
      }
    }
    return rows;
  }

  private static Labelled row(Path file, int number, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      var listing = new Listing.Builder();
      String title = text(node, "text", text(node, "title", text(node, "description", "")));
      listing.with(Field.TITLE, title);
      if (node.has("title") && node.has("description")) {
        listing.with(Field.DESCRIPTION, text(node, "description", ""));
      }
      listing.with(Field.CATEGORY, text(node, "category", ""));
      listing.with(Field.MATERIAL, text(node, "material", ""));
      listing.with(Field.LANG, text(node, "lang", ""));
      attributes(node).forEach(listing::attribute);
      Set<Code> accepted = new HashSet<>();
      for (JsonNode code : node.path("accept")) {
        accepted.add(Code.parse(code.asString()).upTo(6));
      }
      Code code = Code.parse(text(node, "hs6", text(node, "code", ""))).upTo(6);
      return new Labelled(
          listing.build(), code, accepted, text(node, "source", file.getFileName().toString()));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s line %d: %s".formatted(file.getFileName(), number, e.getMessage()), e);
    }
  }

  private static Map<String, String> attributes(JsonNode node) {
    Map<String, String> attributes = new LinkedHashMap<>();
    node.path("attributes")
        .properties()
        .forEach(p -> attributes.put(p.getKey(), p.getValue().asString(p.getValue().toString())));
    return attributes;
  }

  private static String text(JsonNode node, String key, String otherwise) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull() ? otherwise : value.asString();
  }
}
