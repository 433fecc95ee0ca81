package org.pabean.knowledge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Precedent;
import org.pabean.assess.Prohibition;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.GoodsKey;
import org.pabean.record.ItemFact.PrecedentForgotten;
import org.pabean.record.ItemFact.PrecedentMade;
import org.pabean.record.Journal;
import org.pabean.review.Decision;
import org.pabean.review.DecisionWithdrawn;
import org.pabean.review.TaskDecided;
import org.pabean.screening.Effect;
import org.pabean.screening.Finding;
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
  private final Journal journal;

  LearnFromDecisions(PrecedentTable table, Journal journal) {
    this.table = table;
    this.journal = journal;
  }

  @EventListener
  void on(TaskDecided decided) {
    Item item = decided.item();
    GoodsKey goods = GoodsKey.of(item.listing());
    Edition edition =
        new Edition(item.assessment().versions().getOrDefault("edition", Edition.HS2022.id()));
    Decision decision = decided.decision();
    List<String> retired = table.retire(goods, item.destination(), edition, decision.id());
    LocalDate today = decision.at().atZone(ZoneOffset.UTC).toLocalDate();
    if (item.state() == ItemState.PROHIBITED) {
      var prohibition = new Prohibition(decision.by().name(), today, decision.answer().rationale());
      String title = item.listing().title();
      UUID id =
          table.insertProhibition(decision.id(), goods, item.destination(), title, prohibition);
      record(decision, id.toString(), null, retired);
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
      table.insert(decision.id(), goods, item.destination(), item.listing().title(), precedent);
      record(decision, precedent.id(), item.code().digits(), retired);
    }
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
