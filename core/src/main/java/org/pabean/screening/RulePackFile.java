package org.pabean.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.listing.Money;

/** Reads rule packs from YAML; each fault names file and line. */
final class RulePackFile {

  private static final Set<String> PACK_KEYS =
      Set.of("pack", "version", "destination", "title", "sources", "rules");
  private static final Set<String> RULE_KEYS =
      Set.of(
          "id",
          "title",
          "category",
          "effect",
          "shadow",
          "status",
          "authority",
          "instrument",
          "source",
          "verified",
          "effective_from",
          "effective_to",
          "last_checked",
          "reason",
          "provide",
          "ask",
          "when",
          "examples");
  private static final Set<String> EXAMPLE_KEYS =
      Set.of(
          "title",
          "description",
          "material",
          "use",
          "condition",
          "origin",
          "category",
          "lang",
          "attributes",
          "price",
          "weight_g",
          "date",
          "seller",
          "codes");

  private RulePackFile() {}

  static RulePack pack(String resource) {
    try (Reader reader = open(resource)) {
      return pack(resource, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RulePack pack(String file, Reader reader) {
    YamlSection root = YamlSection.read(file, reader);
    root.allow(PACK_KEYS);
    Map<String, String> sources = new LinkedHashMap<>();
    if (root.has("sources")) {
      YamlSection section = root.section("sources");
      section.keys().forEach(key -> sources.put(key, section.text(key)));
    }
    List<Rule> rules = new ArrayList<>();
    for (YamlSection section : root.sections("rules")) {
      Rule rule = rule(section, sources);
      if (rules.stream().anyMatch(other -> other.id().equals(rule.id()))) {
        throw section.fault("id", "the rule '%s' stands twice".formatted(rule.id()));
      }
      rules.add(rule);
    }
    return new RulePack(
        root.text("pack"),
        root.text("version"),
        root.text("destination"),
        root.text("title"),
        List.copyOf(rules));
  }

  private static Rule rule(YamlSection section, Map<String, String> sources) {
    section.allow(RULE_KEYS);
    YamlSection examples = section.section("examples");
    examples.allow(Set.of("fires", "quiet"));
    return new Rule(
        section.text("id"),
        section.text("title"),
        known(section, "category", Vocabulary.CATEGORIES),
        effect(section),
        section.isTrue("shadow"),
        status(section),
        section.text("authority"),
        section.text("instrument"),
        source(section, sources),
        known(section, "verified", Vocabulary.VERIFIED),
        section.date("effective_from"),
        section.date("effective_to"),
        lastChecked(section),
        section.text("reason"),
        section.text("provide", ""),
        ask(section),
        section.text("when"),
        section.place("when"),
        examples(examples, "fires"),
        examples(examples, "quiet"));
  }

  private static Effect effect(YamlSection section) {
    String text = section.text("effect");
    return switch (text) {
      case "note" -> Effect.NOTE;
      case "hold" -> Effect.HOLD;
      case "block" -> Effect.BLOCK;
      default -> throw section.fault("effect", "'%s' must be note, hold or block".formatted(text));
    };
  }

  private static String status(YamlSection section) {
    String text = section.text("status", "");
    for (String part : text.isEmpty() ? new String[0] : text.split("/", -1)) {
      if (!Vocabulary.STATUSES.contains(part)) {
        throw section.fault(
            "status", "'%s' is not a status; known are %s".formatted(part, Vocabulary.STATUSES));
      }
    }
    return text;
  }

  static String known(YamlSection section, String key, List<String> words) {
    String text = section.text(key);
    if (!words.contains(text)) {
      throw section.fault(key, "'%s' is not a %s; known are %s".formatted(text, key, words));
    }
    return text;
  }

  /** Whoever asks at all asks in English too, for that is what is shown where nothing else fits. */
  private static Map<String, String> ask(YamlSection section) {
    if (!section.has("ask")) {
      return Map.of();
    }
    YamlSection questions = section.section("ask");
    questions.allow(new LinkedHashSet<>(Vocabulary.LANGUAGES));
    Map<String, String> ask = new LinkedHashMap<>();
    ask.put("en", questions.text("en"));
    questions.keys().forEach(language -> ask.put(language, questions.text(language)));
    return ask;
  }

  static String source(YamlSection section, Map<String, String> sources) {
    String key = section.text("source", "none");
    if (key.equals("none")) {
      return key;
    }
    @Nullable String address = sources.get(key);
    if (address == null) {
      throw section.fault("source", "'%s' is not among the pack's sources".formatted(key));
    }
    return address;
  }

  static LocalDate lastChecked(YamlSection section) {
    @Nullable LocalDate date = section.date("last_checked");
    if (date == null) {
      throw section.fault("id", "'last_checked' is missing");
    }
    return date;
  }

  private static List<Rule.Example> examples(YamlSection examples, String key) {
    List<Rule.Example> list = examples.sections(key).stream().map(RulePackFile::example).toList();
    if (list.isEmpty()) {
      throw examples.fault(key, "a rule needs at least one example that '%s'".formatted(key));
    }
    return list;
  }

  private static Rule.Example example(YamlSection section) {
    section.allow(EXAMPLE_KEYS);
    var listing = new Listing.Builder();
    for (Field field : Field.values()) {
      listing.with(field, section.text(field.name().toLowerCase(Locale.ROOT), ""));
    }
    if (section.has("attributes")) {
      YamlSection attributes = section.section("attributes");
      attributes.keys().forEach(key -> listing.attribute(key, attributes.text(key)));
    }
    try {
      listing.price(price(section)).weightGrams(grams(section));
      return new Rule.Example(
          listing.build(), section.texts("codes"), section.date("date"), seller(section));
    } catch (IllegalArgumentException e) {
      throw section.fault("title", "the example is not valid: " + e.getMessage());
    }
  }

  /** As in {@code 12.50 SGD}. */
  private static @Nullable Money price(YamlSection section) {
    String text = section.text("price", "");
    String[] parts = text.split(" ");
    if (text.isEmpty()) {
      return null;
    }
    if (parts.length != 2) {
      throw section.fault("price", "'%s' is not a price; write 12.50 SGD".formatted(text));
    }
    return new Money(new BigDecimal(parts[0]), parts[1]);
  }

  private static @Nullable Integer grams(YamlSection section) {
    String text = section.text("weight_g", "");
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  private static SellerHistory seller(YamlSection section) {
    if (!section.has("seller")) {
      return SellerHistory.NONE;
    }
    YamlSection seller = section.section("seller");
    seller.allow(Set.of("decided", "overturned", "prohibited"));
    return new SellerHistory(
        Integer.parseInt(seller.text("decided", "0")),
        Integer.parseInt(seller.text("overturned", "0")),
        Integer.parseInt(seller.text("prohibited", "0")));
  }

  static Reader open(String resource) {
    @Nullable InputStream in = RulePackFile.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the resource %s is missing".formatted(resource));
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
