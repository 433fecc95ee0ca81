package org.pabean.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pabean.classify.Labelled;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.listing.ListingFile;
import org.pabean.listing.ListingRow;
import org.pabean.listing.RejectedRow;
import org.pabean.listing.RowSink;
import org.pabean.listing.UnreadableFile;
import org.pabean.tariff.Code;
import org.pabean.text.NormalText;

/** Reads labelled listings from CSV and XLSX: a listing file with one more column, the code. */
final class LabelledTable {

  private static final Set<String> CODE =
      Set.of(
          "hs6",
          "hs code",
          "hs_code",
          "hscode",
          "hs",
          "code",
          "tariff code",
          "commodity code",
          "hts",
          "ahtn",
          "kode hs",
          "kod hs",
          "mã hs",
          "พิกัดศุลกากร",
          "พิกัด",
          "hs编码",
          "海关编码",
          "税号");
  private static final Set<String> NO_PART_OF_THE_GOODS =
      Set.of("accept", "id", "source", "edition", "label", "row");

  private LabelledTable() {}

  static List<Labelled> read(Path file, int limit) throws IOException {
    List<Labelled> rows = new ArrayList<>();
    try {
      ListingFile.read(file, sink(file, limit, rows));
    } catch (UnreadableFile e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return rows;
  }

  private static RowSink sink(Path file, int limit, List<Labelled> rows) {
    return new RowSink() {
      @Override
      public void accepted(ListingRow row) {
        if (rows.size() < limit) {
          rows.add(labelled(file, row));
        }
      }

      @Override
      public void rejected(RejectedRow row) {
        throw fault(file, row.line(), row.reason());
      }

      @Override
      public void merged(long line) {
        // Pictures of a product that was read already carry no code of their own.
      }
    };
  }

  private static Labelled labelled(Path file, ListingRow row) {
    Listing given = row.listing();
    Optional<String> code = cell(given, CODE);
    if (code.isEmpty()) {
      throw fault(
          file, row.line(), "there is no code; name its column hs6, and fill it on every row");
    }
    try {
      Set<Code> accepted = new HashSet<>();
      for (String other : cell(given, Set.of("accept")).orElse("").split("[ ;,]+")) {
        if (!other.isBlank()) {
          accepted.add(Code.parse(other).upTo(6));
        }
      }
      Code right = Code.parse(code.get()).upTo(6);
      return new Labelled(withoutLabels(given), right, accepted, file.getFileName().toString());
    } catch (IllegalArgumentException e) {
      throw fault(file, row.line(), String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> cell(Listing listing, Set<String> names) {
    return listing.attributes().entrySet().stream()
        .filter(cell -> names.contains(NormalText.of(cell.getKey()).text()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * The goods as a seller would give them: an answer among the attributes would be a lesson learnt
   * by heart.
   */
  private static Listing withoutLabels(Listing given) {
    var listing =
        new Listing.Builder()
            .with(Field.SKU, given.sku())
            .with(Field.TITLE, given.title())
            .with(Field.DESCRIPTION, given.description())
            .with(Field.CATEGORY, given.category())
            .with(Field.MATERIAL, given.material())
            .with(Field.USE, given.use())
            .with(Field.CONDITION, given.condition())
            .with(Field.ORIGIN, given.origin())
            .with(Field.LANG, given.lang())
            .price(given.price())
            .weightGrams(given.weightGrams());
    given
        .attributes()
        .forEach(
            (name, value) -> {
              String normal = NormalText.of(name).text();
              if (!CODE.contains(normal) && !NO_PART_OF_THE_GOODS.contains(normal)) {
                listing.attribute(name, value);
              }
            });
    return listing.build();
  }

  private static IllegalArgumentException fault(Path file, long line, String reason) {
    return new IllegalArgumentException(
        "%s line %d: %s".formatted(file.getFileName(), line, reason));
  }
}
