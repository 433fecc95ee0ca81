package org.pabean.evaluate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.listing.Money;

/**
 * Reads trigger test sets: tab-separated lines {@code id kind to expect may lang title more}; the
 * format is described in docs/formats.md.
 */
public final class TriggerFile {

  private static final String HEADER = "id\tkind\tto\texpect\tmay\tlang\ttitle\tmore";
  private static final int COLUMNS = 8;
  private static final Map<String, Field> FIELDS =
      Map.of(
          "description", Field.DESCRIPTION,
          "material", Field.MATERIAL,
          "use", Field.USE,
          "condition", Field.CONDITION,
          "origin", Field.ORIGIN,
          "category", Field.CATEGORY);

  private TriggerFile() {}

  /**
   * The cases of a file, or of all {@code .tsv} files of a folder.
   *
   * @param date the as-of date of lines that name none
   * @throws IllegalArgumentException if a line is faulty; the message names file and line
   */
  public static List<TriggerCase> read(Path path, LocalDate date) throws IOException {
    if (!Files.isDirectory(path)) {
      return readFile(path, date);
    }
    List<TriggerCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        cases.addAll(readFile(file, date));
      }
    }
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("%s holds no .tsv file".formatted(path));
    }
    return cases;
  }

  private static List<TriggerCase> readFile(Path file, LocalDate date) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(
          "%s line 1 must name the columns: %s".formatted(file, HEADER.replace('\t', ' ')));
    }
    List<TriggerCase> cases = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          cases.add(read(lines.get(i).split("\t", -1), date));
        } catch (IllegalArgumentException | DateTimeException e) {
          throw new IllegalArgumentException(
              "%s line %d: %s".formatted(file, i + 1, e.getMessage()), e);
        }
      }
    }
    return cases;
  }

  private static TriggerCase read(String[] cells, LocalDate date) {
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "%d cells, and there must be %d, separated by tabs".formatted(cells.length, COLUMNS));
    }
    var listing = new Listing.Builder().with(Field.LANG, cells[5]).with(Field.TITLE, cells[6]);
    LocalDate asOf = date;
    for (String pair : cells[7].isEmpty() ? new String[0] : cells[7].split("; ")) {
      String[] sides = pair.split("=", 2);
      if (sides.length < 2) {
        throw new IllegalArgumentException("'%s' is not key=value".formatted(pair));
      }
      if (sides[0].equals("date")) {
        asOf = LocalDate.parse(sides[1]);
      } else {
        add(listing, sides[0], sides[1]);
      }
    }
    Set<String> expected = categories(cells[3]);
    return new TriggerCase(
        cells[0],
        TriggerCase.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
        cells[2],
        asOf,
        expected.stream().map(TriggerFile::plain).collect(Collectors.toSet()),
        expected.stream()
            .filter(c -> c.endsWith("!"))
            .map(TriggerFile::plain)
            .collect(Collectors.toSet()),
        categories(cells[4]),
        listing.build());
  }

  private static void add(Listing.Builder listing, String key, String value) {
    switch (key) {
      case "price" -> {
        String[] amount = value.split(" ");
        listing.price(new Money(new BigDecimal(amount[0]), amount[1]));
      }
      case "weight_g" -> listing.weightGrams(Integer.valueOf(value));
      default -> {
        Field field = FIELDS.get(key);
        if (field == null) {
          listing.attribute(key, value);
        } else {
          listing.with(field, value);
        }
      }
    }
  }

  private static Set<String> categories(String cell) {
    return Arrays.stream(cell.strip().split("\\s+"))
        .filter(c -> !c.isEmpty() && !c.equals("-"))
        .collect(Collectors.toSet());
  }

  private static String plain(String category) {
    return category.endsWith("!") ? category.substring(0, category.length() - 1) : category;
  }
}
