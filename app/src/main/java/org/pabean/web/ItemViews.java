package org.pabean.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.classify.Candidate;
import org.pabean.classify.Evidence;
import org.pabean.classify.Line;
import org.pabean.classify.Lines;
import org.pabean.listing.Listing;
import org.pabean.registry.Registry;
import org.pabean.review.ReviewQueue;
import org.pabean.screening.Finding;
import org.pabean.screening.Rule;
import org.pabean.security.Account;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.shipment.Shipments;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.GoodsQuestion;
import org.pabean.tariff.Nomenclature;
import org.springframework.stereotype.Component;

/** Gathers what the pages show of one item. */
@Component
class ItemViews {

  private static final Set<Evidence.Kind> FOR =
      EnumSet.of(Evidence.Kind.GOODS_NAME, Evidence.Kind.WORD);

  private final Registry registry;
  private final ReviewQueue queue;
  private final Shipments shipments;
  private final Accounts accounts;

  ItemViews(Registry registry, ReviewQueue queue, Shipments shipments, Accounts accounts) {
    this.registry = registry;
    this.queue = queue;
    this.shipments = shipments;
    this.accounts = accounts;
  }

  ItemView of(Item item, Actor actor) {
    Assessment assessment = item.assessment();
    List<ItemView.Reason> reasons = reasons(item);
    List<ItemView.Reading> candidates = new ArrayList<>();
    for (Candidate candidate : assessment.candidates()) {
      candidates.add(reading(candidates.size(), candidate));
    }
    return new ItemView(
        item,
        accounts.find(item.sellerId()).map(Account::name).orElse(""),
        texts(item.listing(), reasons, assessment.candidates()),
        reasons,
        assessment.notes(),
        candidates,
        Double.parseDouble(assessment.versions().getOrDefault("threshold", "0")),
        line(assessment),
        item.code() == null ? "" : text(item.code()),
        answers(assessment),
        queue.decisions(item.id()),
        shipments.findByItem(item.id(), actor));
  }

  /** The listing alone, as whoever must not see what the machine or others said of it. */
  ItemView blind(Item item) {
    return new ItemView(
        item,
        "",
        texts(item.listing(), List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        0,
        null,
        "",
        List.of(),
        List.of(),
        List.of());
  }

  /** What a code covers; empty if the edition does not hold it. */
  String text(Code code) {
    return nomenclature().find(code).map(Entry::description).orElse("");
  }

  private List<ItemView.Reason> reasons(Item item) {
    Assessment assessment = item.assessment();
    List<ItemView.Reason> reasons = new ArrayList<>();
    for (Finding finding : assessment.holding()) {
      boolean settled =
          item.state() != ItemState.HELD || assessment.settled().contains(finding.id());
      Optional<Rule> rule = rule(finding);
      reasons.add(
          new ItemView.Reason(
              "f" + reasons.size(),
              finding,
              settled,
              rule.map(Rule::effectiveFrom).orElse(null),
              rule.map(Rule::lastChecked).orElse(null)));
    }
    reasons.sort(Comparator.comparing(ItemView.Reason::settled));
    return reasons;
  }

  /** The rule behind a finding, if the pack of that version is still live. */
  private Optional<Rule> rule(Finding finding) {
    return registry.assessor().screener().packs().stream()
        .filter(pack -> pack.label().equals(finding.pack()))
        .flatMap(pack -> pack.rules().stream())
        .filter(rule -> rule.id().equals(finding.rule()))
        .findFirst();
  }

  private static ItemView.@Nullable TariffLine line(Assessment assessment) {
    Line line = assessment.line();
    return line == null
        ? null
        : new ItemView.TariffLine(line, Lines.ahtn2022().describe(line.code()));
  }

  private ItemView.Reading reading(int index, Candidate candidate) {
    Code code = candidate.code();
    return new ItemView.Reading(
        "c" + index,
        index + 1,
        code,
        text(code),
        text(code.upTo(4)),
        candidate.confidence(),
        evidence(candidate, FOR),
        support(candidate),
        against(candidate),
        evidence(candidate, EnumSet.of(Evidence.Kind.NOTE)));
  }

  private static List<String> support(Candidate candidate) {
    List<String> support = new ArrayList<>();
    evidence(candidate, EnumSet.of(Evidence.Kind.NEAREST)).stream()
        .limit(1)
        .forEach(goods -> support.add("like: " + goods));
    evidence(candidate, EnumSet.of(Evidence.Kind.NOTE_FOR))
        .forEach(note -> support.add("for, " + note));
    return support;
  }

  private static List<String> against(Candidate candidate) {
    List<String> against = new ArrayList<>();
    List<String> words = evidence(candidate, EnumSet.of(Evidence.Kind.AGAINST));
    if (!words.isEmpty()) {
      against.add("against: " + String.join(", ", words));
    }
    evidence(candidate, EnumSet.of(Evidence.Kind.NOTE_AGAINST))
        .forEach(note -> against.add("against, " + note));
    evidence(candidate, EnumSet.of(Evidence.Kind.EXCLUSION))
        .forEach(goods -> against.add("against: it does not cover " + goods));
    return against;
  }

  private static List<String> evidence(Candidate candidate, Set<Evidence.Kind> kinds) {
    return candidate.evidence().stream()
        .filter(e -> kinds.contains(e.kind()))
        .map(Evidence::text)
        .distinct()
        .toList();
  }

  /** An answer leads to a code; what the page calls its description is the answer. */
  private List<ItemView.Reading> answers(Assessment assessment) {
    GoodsQuestion question = assessment.question();
    List<ItemView.Reading> answers = new ArrayList<>();
    if (question != null) {
      for (GoodsQuestion.Answer answer : question.answers()) {
        answers.add(
            new ItemView.Reading(
                "",
                0,
                answer.code(),
                answer.text(),
                text(answer.code()),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of()));
      }
    }
    return answers;
  }

  private static List<ItemView.Text> texts(
      Listing listing, List<ItemView.Reason> reasons, List<Candidate> candidates) {
    List<ItemView.Text> texts = new ArrayList<>();
    for (Listing.Text text : listing.texts()) {
      List<Marks.Wanted> wanted = new ArrayList<>();
      for (ItemView.Reason reason : reasons) {
        if (reason.finding().field().equals(text.name())) {
          wanted.add(new Marks.Wanted(reason.key(), reason.finding().matched()));
        }
      }
      for (int i = 0; i < Math.min(3, candidates.size()); i++) {
        for (String words : evidence(candidates.get(i), FOR)) {
          wanted.add(new Marks.Wanted("c" + i, words));
        }
      }
      texts.add(new ItemView.Text(label(text), Marks.of(text.text(), wanted)));
    }
    return texts;
  }

  private static String label(Listing.Text text) {
    return text.key().isEmpty() ? text.name() : text.key();
  }

  private Nomenclature nomenclature() {
    return registry.assessor().nomenclature();
  }
}
