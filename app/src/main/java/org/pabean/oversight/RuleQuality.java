package org.pabean.oversight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pabean.assess.Assessor;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.evaluate.Simulation;
import org.pabean.evaluate.SimulationReport;
import org.pabean.registry.PackDraft;
import org.pabean.registry.Registry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rules do, and what others would do instead, judged by the items that are on record. */
@Service
@Transactional(readOnly = true)
public class RuleQuality {

  private static final int AT_ONCE = 500;

  private final FigureTable table;
  private final Registry registry;
  private final Catalogue catalogue;

  RuleQuality(FigureTable table, Registry registry, Catalogue catalogue) {
    this.table = table;
    this.registry = registry;
    this.catalogue = catalogue;
  }

  /** What each rule did that fired or was decided on in the period, by pack and rule. */
  public Map<String, RuleUse> of(Period period) {
    Map<String, RuleUse> uses = new HashMap<>();
    for (RuleUse fired : table.fired(period)) {
      uses.put(key(fired.pack(), fired.rule()), fired);
    }
    for (Overview.Rule judged : table.rules(period)) {
      uses.merge(
          key(judged.pack(), judged.rule()),
          new RuleUse(judged.pack(), judged.rule(), 0, null, judged.upheld(), judged.overturned()),
          (fired, decided) ->
              new RuleUse(
                  fired.pack(),
                  fired.rule(),
                  fired.hits(),
                  fired.lastFired(),
                  decided.upheld(),
                  decided.overturned()));
    }
    return uses;
  }

  /** How a rule is found in {@link #of}. */
  public static String key(String pack, String rule) {
    return pack + "/" + rule;
  }

  /**
   * What a pack would change about the items on record, the last changed first. They are taken as
   * they were classified. Whoever reclassified or prohibited an item found it rightly held.
   *
   * @param most how many items at most
   */
  public SimulationReport simulate(PackDraft draft, int most) {
    Assessor assessor = registry.assessor();
    var simulation = new Simulation();
    Map<UUID, Boolean> upheld = table.upheld(most);
    List<UUID> ids = new ArrayList<>(table.lastItems(most));
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Map<UUID, Item> items =
          catalogue.getAll(some).stream().collect(Collectors.toMap(Item::id, item -> item));
      for (UUID id : some) {
        Item item = items.get(id);
        if (item != null) {
          simulation.add(both(item, assessor, draft, upheld));
        }
      }
    }
    return simulation.report();
  }

  private static Simulation.Item both(
      Item item, Assessor assessor, PackDraft draft, Map<UUID, Boolean> upheld) {
    return new Simulation.Item(
        item.id().toString(),
        item.listing().title(),
        assessor.assessUnder(assessor.screener(), item.listing(), item.assessment()),
        assessor.assessUnder(draft.screener(), item.listing(), item.assessment()),
        upheld.get(item.id()));
  }
}
