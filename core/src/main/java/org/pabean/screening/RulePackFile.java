package org.pabean.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.listing.Money;
import org.pabean.tariff.Code;

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

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

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
    var faults = new FaultList();
    faults.gather(() -> root.allow(PACK_KEYS));
    faults.gather(() -> name(root, "pack"));
    faults.gather(() -> name(root, "version"));
    faults.gather(() -> destination(root));
    faults.gather(() -> root.text("title"));
    Map<String, String> sources = new LinkedHashMap<>();
    faults.gather(() -> addSources(root, sources));
    List<Rule> rules = new ArrayList<>();
    faults.gather(() -> addRules(root, sources, rules));
    faults.refuse();
    return new RulePack(
        name(root, "pack"),
        name(root, "version"),
        destination(root),
        root.text("title"),
        List.copyOf(rules));
  }

  /** The text of each rule, from its first key to its last, without what stands between rules. */
  static Map<String, String> rules(String file, String yaml) {
    YamlSection root = YamlSection.read(file, new StringReader(yaml));
    List<YamlSection> sections = root.sections("rules");
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < sections.size(); i++) {
      int end =
          i + 1 < sections.size()
              ? sections.get(i + 1).start()
              : root.endOf("rules", yaml.codePointCount(0, yaml.length()));
      String text =
          yaml.substring(
              yaml.offsetByCodePoints(0, sections.get(i).start()), yaml.offsetByCodePoints(0, end));
      String indent = " ".repeat(sections.get(i).place().column() - 1);
      texts.put(sections.get(i).text("id"), withoutWhatFollows(indent + text).stripIndent());
    }
    return texts;
  }

  /** Leaves out the dash of the next rule, blank lines and comments. */
  private static String withoutWhatFollows(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int last = lines.size() - 1; last > 0; last--) {
      String line = lines.get(last).strip();
      if (!line.isEmpty() && !line.equals("-") && !line.startsWith("#")) {
        break;
      }
      lines.remove(last);
    }
    return String.join("\n", lines);
  }

  private static void addSources(YamlSection root, Map<String, String> sources) {
    if (root.has("sources")) {
      YamlSection section = root.section("sources");
      section.keys().forEach(key -> sources.put(key, section.text(key)));
    }
  }

  private static void addRules(YamlSection root, Map<String, String> sources, List<Rule> rules) {
    List<YamlSection> sections = root.sections("rules");
    if (sections.isEmpty()) {
      throw root.fault("rules", "a pack needs at least one rule under 'rules'");
    }
    var faults = new FaultList();
    Set<String> ids = new HashSet<>();
    for (YamlSection section : sections) {
      String id = section.scalar("id");
      int before = faults.size();
      checks(section, sources).forEach(check -> faults.gather(id, check));
      if (!id.isEmpty() && !ids.add(id)) {
        faults.gather(id, () -> section.refuse("id", "the rule '%s' stands twice".formatted(id)));
      }
      if (faults.size() == before) {
        rules.add(rule(section, sources));
      }
    }
    faults.refuse();
  }

  /** Each reads a part of a rule, so that all its faults come out, not the first one alone. */
  private static List<Runnable> checks(YamlSection section, Map<String, String> sources) {
    List<Runnable> checks = new ArrayList<>();
    checks.add(() -> section.allow(RULE_KEYS));
    checks.add(() -> name(section, "id"));
    for (String key : List.of("title", "authority", "instrument", "reason", "when")) {
      checks.add(() -> section.text(key));
    }
    checks.add(() -> known(section, "category", Vocabulary.CATEGORIES));
    checks.add(() -> known(section, "verified", Vocabulary.VERIFIED));
    checks.add(() -> effect(section));
    checks.add(() -> section.isTrue("shadow"));
    checks.add(() -> status(section));
    checks.add(() -> source(section, sources));
    checks.add(() -> period(section));
    checks.add(() -> lastChecked(section));
    checks.add(() -> section.text("provide", ""));
    checks.add(() -> ask(section));
    if (section.has("examples")) {
      YamlSection examples = section.section("examples");
      checks.add(() -> examples.allow(Set.of("fires", "quiet")));
      checks.add(() -> examples(examples, "fires"));
      checks.add(() -> examples(examples, "quiet"));
    } else {
      checks.add(
          () -> section.refuse("examples", "'examples' is missing: fires, and quiet, one each"));
    }
    return checks;
  }

  /** What names packs, versions and rules in findings, so it must be one plain word. */
  private static String name(YamlSection section, String key) {
    String text = section.text(key);
    if (!NAME.matcher(text).matches()) {
      throw section.fault(
          key, "'%s' must be one word of letters, digits, '-', '.' and '_'".formatted(text));
    }
    return text;
  }

  private static String destination(YamlSection root) {
    String text = root.text("destination");
    if (!text.equals("*") && !COUNTRIES.contains(text)) {
      throw root.fault(
          "destination",
          "'%s' is not a country; give two capital letters such as SG, or \"*\" for all"
              .formatted(text));
    }
    return text;
  }

  private static void period(YamlSection section) {
    LocalDate from = section.date("effective_from");
    LocalDate to = section.date("effective_to");
    if (from != null && to != null && to.isBefore(from)) {
      throw section.fault(
          "effective_to", "the rule ends on %s, before it begins on %s".formatted(to, from));
    }
  }

  private static Rule rule(YamlSection section, Map<String, String> sources) {
    YamlSection examples = section.section("examples");
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
      throw section.fault(
          key,
          "'%s' is not a %s; known are %s.%s"
              .formatted(text, key, words, Nearest.hint("", text, words)));
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
      throw section.fault(
          "source",
          "'%s' is not among the pack's sources.%s"
              .formatted(key, Nearest.hint("", key, sources.keySet())));
    }
    return address;
  }

  static LocalDate lastChecked(YamlSection section) {
    @Nullable LocalDate date = section.date("last_checked");
    if (date == null) {
      throw section.fault("last_checked", "'last_checked' is missing");
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
          listing.build(), codes(section), section.date("date"), seller(section), section.place());
    } catch (IllegalArgumentException e) {
      throw section.fault("title", "the example is not valid: " + e.getMessage());
    }
  }

  private static List<String> codes(YamlSection section) {
    List<String> codes = section.texts("codes");
    codes.forEach(Code::parse);
    return codes;
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
