package org.pabean.screening;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dated events of policy of one file; each fault names file and line.
 *
 * @param version the date of this state of the file
 * @param events in the order of the file
 */
record VolatilityFile(String version, List<PolicyEvent> events) {

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "date",
          "known",
          "until",
          "destination",
          "concerns",
          "type",
          "state",
          "verified",
          "source",
          "says",
          "held_by");

  VolatilityFile {
    events = List.copyOf(events);
  }

  static VolatilityFile builtIn() {
    try (Reader reader = RulePackFile.open("volatility.yaml")) {
      return read("volatility.yaml", reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static VolatilityFile read(String file, Reader reader) {
    YamlSection root = YamlSection.read(file, reader);
    root.allow(Set.of("version", "title", "sources", "events"));
    Map<String, String> sources = LowValueFile.sources(root);
    List<PolicyEvent> events = new ArrayList<>();
    for (YamlSection section : root.sections("events")) {
      PolicyEvent event = event(section, sources);
      if (events.stream().anyMatch(other -> other.id().equals(event.id()))) {
        throw section.fault("id", "the event '%s' stands twice".formatted(event.id()));
      }
      events.add(event);
    }
    return new VolatilityFile(root.text("version"), events);
  }

  private static PolicyEvent event(YamlSection section, Map<String, String> sources) {
    section.allow(KEYS);
    EventDate date = date(section);
    @Nullable LocalDate known = section.date("known");
    return new PolicyEvent(
        section.text("id"),
        date,
        known == null ? date.first() : known,
        section.date("until"),
        section.text("destination"),
        goods(section),
        PolicyEvent.Type.valueOf(word(section, "type", labels(PolicyEvent.Type.values()))),
        PolicyEvent.State.valueOf(word(section, "state", labels(PolicyEvent.State.values()))),
        RulePackFile.known(section, "verified", Vocabulary.VERIFIED),
        RulePackFile.source(section, sources),
        section.text("says"),
        Set.copyOf(section.texts("held_by")));
  }

  private static EventDate date(YamlSection section) {
    String text = section.text("date");
    return EventDate.parse(text)
        .orElseThrow(
            () ->
                section.fault(
                    "date",
                    "'%s' is not a date; write 2026-11-24, or 2026-11 or 2026 if no more is known"
                        .formatted(text)));
  }

  /** The goods that an event concerns: {@code all}, which is null here, or a group. */
  private static @Nullable GoodsGroup goods(YamlSection section) {
    if (!section.isText("concerns")) {
      return GoodsGroup.read(section.section("concerns"));
    }
    String all = section.text("concerns");
    if (!all.equals("all")) {
      throw section.fault(
          "concerns", "'%s' must be 'all', or name 'categories' and 'codes'".formatted(all));
    }
    return null;
  }

  private static List<String> labels(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static String word(YamlSection section, String key, List<String> words) {
    return RulePackFile.known(section, key, words).toUpperCase(Locale.ROOT);
  }
}
