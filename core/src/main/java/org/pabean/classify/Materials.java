package org.pabean.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.NormalText;
import org.pabean.text.PhraseMatcher;

/** What goods are made of, which decides many codes: whether a listing and a subheading agree. */
final class Materials {

  private static final Pattern NEGATIVE =
      Pattern.compile("\\b(other than|not|except|without)\\b.*");

  private static final PhraseMatcher<Integer> MATCHER = load();

  private final List<BitSet> ofSubheading = new ArrayList<>();

  /** How a listing's materials and a subheading's go together. */
  enum Agreement {
    /** Both name one and the same. */
    AGREE(1.15f),
    /** One of them names none. */
    SILENT(1),
    /** They name different ones. */
    DIFFER(0.75f);

    final float factor;

    Agreement(float factor) {
      this.factor = factor;
    }
  }

  Materials(Nomenclature nomenclature, Subheadings subheadings) {
    for (int i = 0; i < subheadings.count(); i++) {
      Code code = subheadings.code(i);
      String text = nomenclature.find(code).map(entry -> entry.description()).orElse("");
      ofSubheading.add(namedBy(text));
    }
  }

  /** The materials that a listing names, in its material field if it has one, else in its title. */
  BitSet of(Listing listing) {
    return named(listing);
  }

  /** What the description of a code says the goods are made of. */
  static BitSet namedBy(String description) {
    return in(NEGATIVE.matcher(description).replaceAll(""));
  }

  /** The materials that a listing names. */
  static BitSet named(Listing listing) {
    BitSet stated = in(listing.material());
    for (Map.Entry<String, String> attribute : listing.attributes().entrySet()) {
      if (NormalText.of(attribute.getKey()).text().contains("material")) {
        stated.or(in(attribute.getValue()));
      }
    }
    stated.or(in(listing.title()));
    return stated;
  }

  Agreement agreement(BitSet listing, int subheading) {
    BitSet asked = ofSubheading.get(subheading);
    if (listing.isEmpty() || asked.isEmpty()) {
      return Agreement.SILENT;
    }
    return asked.intersects(listing) ? Agreement.AGREE : Agreement.DIFFER;
  }

  private static BitSet in(String text) {
    var found = new BitSet();
    List<PhraseMatcher.Hit<Integer>> hits = MATCHER.find(NormalText.of(text));
    for (PhraseMatcher.Hit<Integer> hit : hits) {
      boolean partOfLonger =
          hits.stream()
              .anyMatch(o -> hit.isWithin(o) && o.end() - o.start() > hit.end() - hit.start());
      if (!partOfLonger) {
        found.set(hit.value());
      }
    }
    return found;
  }

  /** Each line is one material, numbered in the order of the file. */
  private static PhraseMatcher<Integer> load() {
    var builder = new PhraseMatcher.Builder<Integer>();
    try (InputStream in = Materials.class.getResourceAsStream("materials.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = all.lines().skip(1).toList();
      for (int material = 0; material < lines.size(); material++) {
        for (String word : lines.get(material).split("\t")[1].split(";")) {
          builder.add(word.strip(), material);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder.build();
  }
}
