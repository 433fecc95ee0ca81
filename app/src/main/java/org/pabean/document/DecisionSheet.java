package org.pabean.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.document.DecisionFile.Assessed;
import org.pabean.document.DecisionFile.Decided;
import org.pabean.document.DecisionFile.Entry;
import org.pabean.document.DecisionFile.Fired;
import org.pabean.document.DecisionFile.Reading;
import org.pabean.document.DecisionFile.Received;

/**
 * A decision file as texts, ready to be set.
 *
 * @param file what it is of
 * @param drawnUp when
 * @param head the end of the record then
 * @param state how the item stands, in words
 * @param country of destination
 * @param received each listing as labelled texts
 * @param candidates of the assessment in force
 * @param findings of the assessment in force
 * @param earlier the assessments before it, one line each
 * @param decisions in their order
 * @param people who had a hand in it
 * @param documents one line each
 * @param events in their order
 * @param versions of the assessment in force
 */
record DecisionSheet(
    DecisionFile file,
    String drawnUp,
    String head,
    String state,
    String country,
    List<Block> received,
    List<Candidate> candidates,
    List<Block> findings,
    List<String> earlier,
    List<Block> decisions,
    String people,
    List<Block> documents,
    List<Row> events,
    String versions) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /** The parts of a listing in the order in which one reads them; others follow. */
  private static final List<String> LISTING =
      List.of(
          "sku",
          "title",
          "description",
          "category",
          "material",
          "use",
          "condition",
          "origin",
          "attributes",
          "price",
          "weightGrams",
          "lang");

  /** What of an event's content is worth a word; the rest stands in the JSON form. */
  private static final List<String> TOLD =
      List.of(
          "verdict",
          "code",
          "lane",
          "confidence",
          "by",
          "reasons",
          "until",
          "reason",
          "reference",
          "number",
          "event",
          "url");

  /** A heading with labelled texts under it. */
  record Block(String head, List<Pair> pairs) {}

  /** A labelled text. */
  record Pair(String label, String text) {}

  /** A candidate's cells. */
  record Candidate(
      String code,
      String description,
      String confidence,
      boolean taken,
      String why,
      List<String> evidence) {}

  /** An event's cells. */
  record Row(String seq, String at, String who, String what, String detail, String hash) {}

  static DecisionSheet of(DecisionFile file) {
    Assessed inForce = file.inForce();
    return new DecisionSheet(
        file,
        time(file.drawnUpAt()),
        Objects.requireNonNullElse(file.recordHead(), "not sealed yet"),
        state(file),
        country(file.subject().destination()),
        file.received().stream().map(DecisionSheet::listing).toList(),
        inForce.candidates().stream().map(DecisionSheet::candidate).toList(),
        inForce.findings().stream().map(DecisionSheet::finding).toList(),
        earlier(file),
        file.decisions().stream().map(DecisionSheet::decision).toList(),
        file.people().stream()
            .map(person -> "%s (%s)".formatted(person.name(), plain(person.role())))
            .collect(Collectors.joining(", ")),
        documents(file),
        file.events().stream().map(DecisionSheet::row).toList(),
        versions(inForce));
  }

  private static String state(DecisionFile file) {
    return switch (file.subject().state()) {
      case "HELD" -> "Held: a person decides";
      case "PROHIBITED" -> "May not be imported";
      default ->
          file.inForce().lane().equals("AUTO") ? "Final by the machine" : "Final by a person";
    };
  }

  private static Block listing(Received received) {
    List<Pair> pairs = new ArrayList<>();
    for (String name : LISTING) {
      add(pairs, name, received.listing().get(name));
    }
    received.listing().keySet().stream()
        .filter(name -> !LISTING.contains(name))
        .forEach(name -> add(pairs, name, received.listing().get(name)));
    String head =
        received.at() == null
            ? "As kept with the product; the item is older than the record"
            : "%s, from %s".formatted(time(received.at()), received.by());
    return new Block(head, pairs);
  }

  private static void add(List<Pair> pairs, String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> inner && !inner.containsKey("currency")) {
      inner.forEach((key, part) -> add(pairs, String.valueOf(key), part));
    } else if (value instanceof Map<?, ?> money) {
      pairs.add(new Pair(name, "%s %s".formatted(money.get("amount"), money.get("currency"))));
    } else if (value != null && !value.toString().isBlank()) {
      pairs.add(new Pair(name.equals("weightGrams") ? "weight in g" : name, value.toString()));
    }
  }

  private static Candidate candidate(Reading reading) {
    List<String> evidence = new ArrayList<>();
    if (!reading.speaksFor().isEmpty()) {
      evidence.add("For: " + String.join("; ", reading.speaksFor()));
    }
    if (!reading.speaksAgainst().isEmpty()) {
      evidence.add("Against: " + String.join("; ", reading.speaksAgainst()));
    }
    return new Candidate(
        reading.codeDotted(),
        reading.description(),
        "%d %%".formatted((int) Math.floor(reading.confidence() * 100 + 1e-9)),
        reading.taken(),
        reading.why(),
        evidence);
  }

  private static Block finding(Fired fired) {
    List<Pair> pairs = new ArrayList<>();
    add(pairs, "why", fired.reason());
    if (!fired.matched().isEmpty()) {
      add(pairs, "matched", "“%s” in %s".formatted(fired.matched(), fired.field()));
    }
    add(pairs, "law", fired.law());
    add(pairs, "authority", fired.authority());
    if (!fired.source().equals("none")) {
      add(pairs, "source", "%s; checked there: %s".formatted(fired.source(), fired.verified()));
    }
    String[] pack = fired.pack().split("@", 2);
    String version = pack.length > 1 ? ", version " + pack[1] : "";
    add(pairs, "rule", "%s of pack %s%s".formatted(fired.rule(), pack[0], version));
    add(pairs, "answered", fired.settled() ? "by an earlier decision" : "");
    String effect = fired.effect().equals("BLOCK") ? "Prohibited as far as known" : "Held";
    return new Block("%s: %s".formatted(effect, fired.title()), pairs);
  }

  private static List<String> earlier(DecisionFile file) {
    return file.assessments().stream()
        .limit(file.assessments().size() - 1L)
        .map(
            a ->
                "%s: %s, %s"
                    .formatted(
                        time(a.at()), plain(a.lane()), a.code() == null ? "no code" : a.code()))
        .toList();
  }

  private static Block decision(Decided decided) {
    List<Pair> pairs = new ArrayList<>();
    add(pairs, "code", decided.codeDotted());
    add(pairs, "why", decided.rationale());
    add(pairs, "legal basis", decided.legalBasis());
    if (decided.withdrawnAt() != null) {
      add(
          pairs,
          "withdrawn",
          "by %s, %s: it is not in force"
              .formatted(decided.withdrawnBy(), time(decided.withdrawnAt())));
    }
    return new Block(
        "%s%s by %s (%s), %s"
            .formatted(
                decided.withdrawnAt() == null ? "" : "WITHDRAWN: ",
                verdict(decided.verdict()),
                decided.by(),
                plain(decided.role()),
                time(decided.at())),
        pairs);
  }

  private static String verdict(String verdict) {
    return switch (verdict) {
      case "ACCEPT" -> "Accepted";
      case "RECLASSIFY" -> "Reclassified";
      case "PROHIBIT" -> "Prohibited";
      case "ESCALATE" -> "Escalated to a lead";
      default -> plain(verdict);
    };
  }

  private static List<Block> documents(DecisionFile file) {
    return file.documents().stream()
        .map(
            d ->
                new Block(
                    "%s %s, version %d"
                        .formatted(capital(plain(d.kind())), d.number(), d.version()),
                    List.of(
                        new Pair("shipment", d.shipment()),
                        new Pair("issued", "%s by %s".formatted(time(d.issuedAt()), d.issuedBy())),
                        new Pair("SHA-256", d.sha256()))))
        .toList();
  }

  private static Row row(Entry entry) {
    List<String> details = new ArrayList<>();
    for (String key : TOLD) {
      Object value = entry.content().get(key);
      if (value != null && !value.toString().isEmpty() && !value.equals(List.of())) {
        details.add("%s %s".formatted(key, text(value)));
      }
    }
    return new Row(
        entry.seq() == null ? "–" : entry.seq().toString(),
        time(entry.at()),
        entry.role().equals("PROGRAM")
            ? entry.by()
            : "%s (%s)".formatted(entry.by(), plain(entry.role())),
        entry.what(),
        String.join(", ", details),
        Objects.requireNonNullElse(entry.hash(), "not sealed yet"));
  }

  private static String text(Object value) {
    if (value instanceof Number share && share.doubleValue() < 1) {
      return "%d %%".formatted((int) Math.floor(share.doubleValue() * 100 + 1e-9));
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" and "))
        : value.toString();
  }

  private static String versions(Assessed assessed) {
    String rules =
        assessed.versions().entrySet().stream()
            .map(v -> v.getKey().replace("rules:", "rules ") + " " + v.getValue())
            .collect(Collectors.joining(" · "));
    return "Rules as of %s · %s".formatted(day(assessed.asOf()), rules);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String plain(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String country(String code) {
    String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    return name.equals(code) ? code : "%s (%s)".formatted(name, code);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
