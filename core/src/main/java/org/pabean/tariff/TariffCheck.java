package org.pabean.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for whatever in the built-in knowledge of goods contradicts itself or is missing. */
public final class TariffCheck {

  private static final int MOST_WORDS = 40;
  // Shares are written with two decimals; several of them may add up to a little over one.
  private static final double MOST_SHARE = 1.001;

  private final Knowledge knowledge;
  private final List<Fault> faults = new ArrayList<>();

  private TariffCheck(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * One thing that is wrong.
   *
   * @param where the part of the knowledge, such as {@code goods en} or {@code notes}
   * @param what what is wrong there
   */
  public record Fault(String where, String what) {

    @Override
    public String toString() {
      return where + ": " + what;
    }
  }

  /** Looks through everything; an empty list means that nothing is wrong. */
  public static List<Fault> faults(Knowledge knowledge) {
    var check = new TariffCheck(knowledge);
    check.checkTree();
    check.checkLines();
    check.checkNames();
    check.checkQuestions();
    check.checkExamples();
    check.checkNotes();
    return List.copyOf(check.faults);
  }

  private void checkTree() {
    Nomenclature hs = knowledge.hs();
    for (int level = 2; level <= 6; level += 2) {
      for (Entry entry : hs.atLevel(level)) {
        checkWords("hs2022", entry.code().dotted(), entry.description());
        if (hs.path(entry.code()).size() < level / 2) {
          add("hs2022", "%s has no %s above it", entry.code(), level == 4 ? "chapter" : "heading");
        }
        if (level < 6 && hs.below(entry.code()).isEmpty()) {
          add("hs2022", "%s has nothing below it", entry.code());
        }
      }
    }
    for (Section section : hs.sections()) {
      checkWords("sections", section.number(), section.description());
    }
    for (Entry chapter : hs.atLevel(2)) {
      long sections = hs.sections().stream().filter(s -> s.holds(chapter.code())).count();
      if (sections != 1) {
        add("sections", "chapter %s lies in %d sections", chapter.code(), sections);
      }
    }
  }

  private void checkLines() {
    Nomenclature ahtn = knowledge.ahtn();
    for (Entry line : ahtn.atLevel(8)) {
      checkWords("ahtn2022", line.code().dotted(), line.description());
    }
    for (Entry subheading : knowledge.hs().atLevel(6)) {
      List<Entry> lines = ahtn.below(subheading.code());
      if (lines.isEmpty()) {
        add("ahtn2022", "%s has no line", subheading.code());
      }
      Set<String> words = new HashSet<>();
      for (Entry line : lines) {
        String said = line.description().toLowerCase(Locale.ROOT);
        if (!said.isBlank() && !words.add(said)) {
          add("ahtn2022", "%s says the same as a line beside it", line.code());
        }
      }
    }
  }

  private void checkWords(String where, String code, String description) {
    if (description.isBlank()) {
      add(where, "%s has no description", code);
      return;
    }
    int words = description.strip().split("\\s+").length;
    if (words > MOST_WORDS) {
      add(where, "%s has %d words, more than %d", code, words, MOST_WORDS);
    }
  }

  private void checkNames() {
    Map<String, List<GoodsName>> sameName = new LinkedHashMap<>();
    for (GoodsName name : knowledge.names()) {
      if (!knowledge.hs().isDeclarable(name.code())) {
        add("goods " + name.lang(), "'%s' leads to %s, no subheading", name.name(), name.code());
      }
      sameName
          .computeIfAbsent(name.lang() + "\t" + name.name(), key -> new ArrayList<>())
          .add(name);
    }
    sameName.values().stream().filter(names -> names.size() > 1).forEach(this::checkShares);
  }

  private void checkShares(List<GoodsName> names) {
    String where = "goods " + names.get(0).lang();
    String name = names.get(0).name();
    List<Code> codes = names.stream().map(GoodsName::code).distinct().sorted().toList();
    if (codes.size() < names.size()) {
      add(where, "'%s' stands twice under one code, of %s", name, joined(codes));
    } else if (names.stream().anyMatch(n -> n.share() == 1)) {
      add(where, "'%s' stands under %s without shares", name, joined(codes));
    } else {
      double shares = names.stream().mapToDouble(GoodsName::share).sum();
      if (shares > MOST_SHARE) {
        add(where, "'%s' has shares of %.2f in all, under %s", name, shares, joined(codes));
      }
    }
  }

  private void checkQuestions() {
    for (GoodsQuestion question : knowledge.questions()) {
      if (question.answers().size() < 2) {
        add("questions", "'%s' has fewer than two answers", question.name());
      }
      for (GoodsQuestion.Answer answer : question.answers()) {
        if (!knowledge.hs().isDeclarable(answer.code())) {
          add("questions", "'%s' leads to %s, no subheading", question.name(), answer.code());
        }
      }
    }
  }

  private void checkExamples() {
    Map<String, Code> codes = new HashMap<>();
    for (ExampleListing example : knowledge.examples()) {
      String where = "examples " + example.lang();
      if (example.title().isBlank()) {
        add(where, "an example under %s has no title", example.code());
        continue;
      }
      if (!knowledge.hs().isDeclarable(example.code())) {
        add(where, "'%s' leads to %s, no subheading", example.title(), example.code());
      }
      String title = example.lang() + "\t" + example.title().strip().toLowerCase(Locale.ROOT);
      Code other = codes.putIfAbsent(title, example.code());
      if (other != null) {
        add(
            where,
            other.equals(example.code())
                ? "'%s' stands twice under %s"
                : "'%s' stands under %s, %s",
            example.title(),
            other,
            example.code());
      }
    }
  }

  private void checkNotes() {
    for (LegalNote note : knowledge.notes()) {
      checkWords("notes", note.citation(), note.text());
      List<Code> cited = new ArrayList<>(note.scope());
      cited.addAll(note.goesTo());
      for (Code code : cited) {
        if (knowledge.hs().find(code).isEmpty()) {
          add("notes", "%s cites %s, which HS 2022 does not hold", note.citation(), code);
        }
      }
    }
  }

  private static String joined(List<Code> codes) {
    return codes.stream().map(Code::dotted).collect(Collectors.joining(", "));
  }

  private void add(String where, String what, Object... details) {
    faults.add(new Fault(where, String.format(Locale.ROOT, what, details)));
  }
}
