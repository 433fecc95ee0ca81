package org.pabean.knowledge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Precedent;
import org.pabean.assess.Prohibition;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.knowledge.PrecedentTable.Before;
import org.pabean.listing.GoodsKey;
import org.pabean.record.ItemFact.PrecedentForgotten;
import org.pabean.record.ItemFact.PrecedentMade;
import org.pabean.record.Journal;
import org.pabean.review.Decision;
import org.pabean.review.DecisionWithdrawn;
import org.pabean.review.ReviewQueue;
import org.pabean.review.TaskDecided;
import org.pabean.screening.Effect;
import org.pabean.screening.Finding;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes each decision a precedent or a prohibition, within the decision's own transaction: the next
 * listing of the same goods already finds it.
 */
@Component
class LearnFromDecisions {

  private final PrecedentTable table;
  private final Conflicts conflicts;
  private final ReviewQueue queue;
  private final Journal journal;

  LearnFromDecisions(
      PrecedentTable table, Conflicts conflicts, ReviewQueue queue, Journal journal) {
    this.table = table;
    this.conflicts = conflicts;
    this.queue = queue;
    this.journal = journal;
  }

  @EventListener
  void on(TaskDecided decided) {
    Item item = decided.item();
    GoodsKey goods = GoodsKey.of(item.listing());
    Edition edition =
        new Edition(item.assessment().versions().getOrDefault("edition", Edition.HS2022.id()));
    Decision decision = decided.decision();
    Strength strength = strength(decision, item, table.before(goods, item.destination(), edition));
    List<String> retired = table.retire(goods, item.destination(), edition, decision.id());
    LocalDate today = decision.at().atZone(ZoneOffset.UTC).toLocalDate();
    if (item.state() == ItemState.PROHIBITED) {
      var prohibition = new Prohibition(decision.by().name(), today, decision.answer().rationale());
      String title = item.listing().title();
      UUID id =
          table.insertProhibition(
              decision.id(), goods, item.destination(), title, prohibition, strength);
      record(decision, id.toString(), null, retired);
      conflicts.lookFor(id);
    } else if (item.code() != null) {
      var precedent =
          new Precedent(
              UUID.randomUUID().toString(),
              item.code(),
              edition,
              decision.by().name(),
              today.isBefore(item.assessment().asOf()) ? today : item.assessment().asOf(),
              decision.answer().rationale(),
              decision.answer().legalBasis(),
              seen(item));
      String title = item.listing().title();
      table.insert(decision.id(), goods, item.destination(), title, precedent, strength);
      record(decision, precedent.id(), item.code().digits(), retired);
      conflicts.lookFor(UUID.fromString(precedent.id()));
    }
  }

  /** Who comes to the same answer confirms it, and never makes it weigh less. */
  private Strength strength(Decision decision, Item item, List<Before> before) {
    @Nullable Code code = item.state() == ItemState.PROHIBITED ? null : item.code();
    List<Before> same =
        before.stream().filter(other -> Objects.equals(other.code(), code)).toList();
    boolean agreed = same.stream().anyMatch(other -> !other.decidedBy().equals(decision.by().id()));
    Strength now = Strength.of(decision, queue.decisions(item.id()), agreed);
    return Stream.concat(Stream.of(now), same.stream().map(Before::strength))
        .min(Comparator.naturalOrder())
        .orElse(now);
  }

  /** What a withdrawn decision taught is forgotten, and what it had replaced is in force again. */
  @EventListener
  void on(DecisionWithdrawn withdrawn) {
    Decision decision = withdrawn.withdrawal().decision();
    List<String> forgotten = table.forget(decision.id());
    List<String> restored = table.restore(decision.id());
    if (!forgotten.isEmpty() || !restored.isEmpty()) {
      journal.write(
          new PrecedentForgotten(decision.itemId(), decision.id(), forgotten, restored),
          withdrawn.withdrawal().by());
    }
  }

  private void record(Decision decision, String id, @Nullable String code, List<String> retired) {
    boolean prohibition = code == null;
    journal.write(
        new PrecedentMade(decision.itemId(), decision.id(), id, code, prohibition, retired),
        decision.by());
  }

  /** Ids of the findings that the person had before them; rules on trial are not shown. */
  private static Set<String> seen(Item item) {
    return item.assessment().findings().stream()
        .filter(finding -> finding.effect() != Effect.SHADOW)
        .map(Finding::id)
        .collect(Collectors.toSet());
  }
}
