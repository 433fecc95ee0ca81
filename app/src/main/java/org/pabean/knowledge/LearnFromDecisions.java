package org.pabean.knowledge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pabean.assess.Precedent;
import org.pabean.assess.Prohibition;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.GoodsKey;
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

  LearnFromDecisions(PrecedentTable table) {
    this.table = table;
  }

  @EventListener
  void on(TaskDecided decided) {
    Item item = decided.item();
    GoodsKey goods = GoodsKey.of(item.listing());
    Edition edition =
        new Edition(item.assessment().versions().getOrDefault("edition", Edition.HS2022.id()));
    Decision decision = decided.decision();
    table.retire(goods, item.destination(), edition, decision.id());
    LocalDate today = decision.at().atZone(ZoneOffset.UTC).toLocalDate();
    if (item.state() == ItemState.PROHIBITED) {
      var prohibition = new Prohibition(decision.by().name(), today, decision.answer().rationale());
      table.insertProhibition(decision.id(), goods, item.destination(), prohibition);
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
    }
  }

  /** What a withdrawn decision taught is forgotten, and what it had replaced is in force again. */
  @EventListener
  void on(DecisionWithdrawn withdrawn) {
    table.withdraw(withdrawn.withdrawal().decision().id());
  }

  /** Ids of the findings that the person had before them; rules on trial are not shown. */
  private static Set<String> seen(Item item) {
    return item.assessment().findings().stream()
        .filter(finding -> finding.effect() != Effect.SHADOW)
        .map(Finding::id)
        .collect(Collectors.toSet());
  }
}
