package org.pabean.tariff;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much the program knows.
 *
 * @param sections of HS 2022
 * @param chapters of HS 2022
 * @param headings of HS 2022
 * @param subheadings of HS 2022
 * @param ahtnLines lines of AHTN 2022
 * @param dividingLines those of them that divide their subheading
 * @param describedLines those of the dividing lines that have words
 * @param terms names of goods, by language
 * @param belowTwoEnglish subheadings with fewer than two English names
 * @param consumer subheadings of goods that people buy: those with a name in at least three of the
 *     other languages
 * @param consumerBelowEightEnglish those of them with fewer than eight English names
 * @param examples example listings, by language
 * @param notes legal notes, by kind
 * @param questions questions that separate codes
 */
public record KnowledgeCounts(
    long sections,
    long chapters,
    long headings,
    long subheadings,
    long ahtnLines,
    long dividingLines,
    long describedLines,
    Map<String, Long> terms,
    long belowTwoEnglish,
    long consumer,
    long consumerBelowEightEnglish,
    Map<String, Long> examples,
    Map<String, Long> notes,
    long questions) {

  private static final int BOUGHT_IN = 4;
  private static final String ENGLISH = "en";
  private static final int LEAST = 2;
  private static final int LEAST_FOR_CONSUMER_GOODS = 8;

  /** Copies the counts by group, in their order. */
  public KnowledgeCounts {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    examples = Collections.unmodifiableMap(new LinkedHashMap<>(examples));
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /** Counts. */
  public static KnowledgeCounts of(Knowledge knowledge) {
    Nomenclature hs = knowledge.hs();
    List<Entry> dividing = dividing(knowledge);
    Map<Code, Long> english =
        knowledge.names().stream()
            .filter(name -> name.lang().equals(ENGLISH))
            .collect(Collectors.groupingBy(GoodsName::code, Collectors.counting()));
    Map<Code, Set<String>> languages =
        knowledge.names().stream()
            .filter(name -> !name.lang().equals(ENGLISH))
            .collect(
                Collectors.groupingBy(
                    GoodsName::code, Collectors.mapping(GoodsName::lang, Collectors.toSet())));
    List<Code> consumer =
        hs.atLevel(6).stream()
            .map(Entry::code)
            .filter(code -> languages.getOrDefault(code, Set.of()).size() >= BOUGHT_IN)
            .toList();
    return new KnowledgeCounts(
        hs.sections().size(),
        hs.atLevel(2).size(),
        hs.atLevel(4).size(),
        hs.atLevel(6).size(),
        knowledge.ahtn().atLevel(8).size(),
        dividing.size(),
        dividing.stream().filter(line -> !line.description().isBlank()).count(),
        count(knowledge.names(), GoodsName::lang, GoodsIndex.LANGUAGES),
        hs.atLevel(6).stream().filter(e -> english.getOrDefault(e.code(), 0L) < LEAST).count(),
        consumer.size(),
        consumer.stream()
            .filter(code -> english.getOrDefault(code, 0L) < LEAST_FOR_CONSUMER_GOODS)
            .count(),
        count(knowledge.examples(), ExampleListing::lang, GoodsIndex.LANGUAGES),
        count(knowledge.notes(), note -> nameOf(note.kind()), kinds()),
        knowledge.questions().size());
  }

  /** The lines with words of their own; the others take their subheading's. */
  static List<Entry> dividing(Knowledge knowledge) {
    return knowledge.ahtn().atLevel(8).stream()
        .filter(
            line ->
                knowledge
                    .hs()
                    .find(line.code().upTo(6))
                    .filter(above -> above.description().equals(line.description()))
                    .isEmpty())
        .toList();
  }

  private static List<String> kinds() {
    return Arrays.stream(LegalNote.Kind.values()).map(KnowledgeCounts::nameOf).toList();
  }

  private static String nameOf(LegalNote.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static <T> Map<String, Long> count(
      List<T> all, Function<T, String> groupOf, List<String> groups) {
    Map<String, Long> counts = new LinkedHashMap<>();
    groups.forEach(group -> counts.put(group, 0L));
    all.forEach(one -> counts.merge(groupOf.apply(one), 1L, Long::sum));
    return counts;
  }
}
