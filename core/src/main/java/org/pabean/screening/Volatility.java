package org.pabean.screening;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.screening.Goods.Ground;

/**
 * How unsettled a destination's policy is for some goods on a date, as a figure from 0 to 1, and
 * the events behind it.
 *
 * <p>Each event weighs something ({@link PolicyEvent#weight}), and so does each rule that fired and
 * is unverified (0.1), stale (0.2) or both (0.5). The figure is one minus the product of what each
 * leaves: {@code 1 - (1 - w1)(1 - w2)…}, so that it grows with each and never passes 1. The goods
 * are held when the events of their own group alone bring it to the limit, which is what one
 * verified change weighs after 90 days.
 */
final class Volatility {

  /** Up to here a change is recent, and a rule freshly checked. */
  private static final int RECENT_DAYS = 90;

  /** A change of the goods' own group weighs 0.5 on its day, and this after 90 days. */
  static final double LIMIT = 0.3535;

  private static final double UNVERIFIED = 0.1;
  private static final double STALE = 0.2;
  private static final double UNVERIFIED_AND_STALE = 0.5;
  private static final String CATEGORY = "volatile_policy";
  private static final String EVERYWHERE = "*";

  private final VolatilityFile file;
  private final Map<String, List<PolicyEvent>> byDestination = new HashMap<>();
  private final Map<String, Rule> rules = new HashMap<>();

  Volatility(VolatilityFile file, List<RulePack> packs) {
    this.file = file;
    List<PolicyEvent> everywhere = new ArrayList<>();
    for (PolicyEvent event : file.events()) {
      byDestination.computeIfAbsent(event.destination(), key -> new ArrayList<>()).add(event);
    }
    everywhere.addAll(byDestination.getOrDefault(EVERYWHERE, List.of()));
    byDestination.forEach(
        (destination, events) -> {
          if (!destination.equals(EVERYWHERE)) {
            events.addAll(everywhere);
          }
        });
    for (RulePack pack : packs) {
      pack.rules().forEach(rule -> rules.put(pack.label() + "/" + rule.id(), rule));
    }
  }

  /**
   * The figure and what is behind it.
   *
   * @param figure all that counts, 0 to 1
   * @param ofGroup what the events of the goods' own group make alone
   * @param events those that count, in the order of the file
   * @param stale rules that hold, are unverified and were not checked for long
   */
  record Figure(double figure, double ofGroup, List<Weighed> events, List<Fired> stale) {}

  /**
   * An event that counts.
   *
   * @param event the event
   * @param weight what it weighs on the date
   * @param ground why it concerns the goods
   */
  record Weighed(PolicyEvent event, double weight, Ground ground) {

    boolean ofGroup() {
      return !event.isGeneral();
    }
  }

  /**
   * A rule that fired.
   *
   * @param finding what it found
   * @param rule the rule
   */
  record Fired(Finding finding, Rule rule) {

    boolean isStale(LocalDate asOf) {
      return ChronoUnit.DAYS.between(rule.lastChecked(), asOf) > RECENT_DAYS;
    }

    boolean isUnverified() {
      return rule.verified().equals("no");
    }
  }

  String pack() {
    return "volatility@" + file.version();
  }

  String version() {
    return file.version();
  }

  Figure figure(String destination, LocalDate date, Goods goods, List<Finding> fired) {
    double left = 1;
    double leftOfGroup = 1;
    List<Weighed> events = new ArrayList<>();
    for (PolicyEvent event : events(destination)) {
      double weight = event.weight(date);
      @Nullable Ground ground = weight > 0 ? ground(event, destination, goods) : null;
      if (ground != null) {
        events.add(new Weighed(event, weight, ground));
        left *= 1 - weight;
        leftOfGroup *= event.isGeneral() ? 1 : 1 - weight;
      }
    }
    List<Fired> stale = new ArrayList<>();
    for (Fired rule : rulesThat(fired)) {
      left *= 1 - weight(rule, date);
      // A rule that only tells something has nothing to be lost; it would hold ordinary goods.
      if (rule.finding().holds() && rule.isStale(date) && rule.isUnverified()) {
        stale.add(rule);
      }
    }
    return new Figure(1 - left, 1 - leftOfGroup, events, stale);
  }

  List<Finding> findings(String destination, LocalDate date, Goods goods, List<Finding> fired) {
    Figure figure = figure(destination, date, goods, fired);
    if (figure.events().isEmpty() && figure.stale().isEmpty()) {
      return List.of();
    }
    List<Weighed> untold =
        figure.events().stream()
            .filter(weighed -> fired.stream().noneMatch(f -> heldBy(weighed, f)))
            .toList();
    List<Finding> findings = new ArrayList<>();
    List<Weighed> holding = holding(untold);
    holding.forEach(weighed -> findings.add(hold(weighed, figure, date)));
    for (Weighed weighed : untold) {
      if (!holding.contains(weighed) && weighed.event().happenedWithin(RECENT_DAYS, date)) {
        findings.add(finding(weighed, Effect.NOTE, said(weighed.event(), date)));
      }
    }
    figure.stale().forEach(rule -> findings.add(stale(rule, date)));
    return findings;
  }

  /** Events that hold by themselves; if only several together do, the weightiest stands for all. */
  private static List<Weighed> holding(List<Weighed> untold) {
    List<Weighed> ofGroup = untold.stream().filter(Weighed::ofGroup).toList();
    double left = 1;
    for (Weighed weighed : ofGroup) {
      left *= 1 - weighed.weight();
    }
    if (1 - left < LIMIT) {
      return List.of();
    }
    List<Weighed> alone = ofGroup.stream().filter(w -> w.weight() >= LIMIT).toList();
    return alone.isEmpty()
        ? List.of(Collections.max(ofGroup, Comparator.comparingDouble(Weighed::weight)))
        : alone;
  }

  private static boolean heldBy(Weighed weighed, Finding fired) {
    return fired.holds() && weighed.event().heldBy().contains(fired.rule());
  }

  private List<PolicyEvent> events(String destination) {
    List<PolicyEvent> events = byDestination.get(destination);
    return events == null ? byDestination.getOrDefault(EVERYWHERE, List.of()) : events;
  }

  private static @Nullable Ground ground(PolicyEvent event, String destination, Goods goods) {
    return event.goods() == null
        ? new Ground("destination", destination)
        : goods.within(event.goods()).orElse(null);
  }

  private List<Fired> rulesThat(List<Finding> fired) {
    List<Fired> found = new ArrayList<>();
    for (Finding finding : fired) {
      Rule rule = finding.effect() == Effect.SHADOW ? null : rules.get(finding.id());
      if (rule != null) {
        found.add(new Fired(finding, rule));
      }
    }
    return found;
  }

  private static double weight(Fired rule, LocalDate date) {
    if (rule.isStale(date)) {
      return rule.isUnverified() ? UNVERIFIED_AND_STALE : STALE;
    }
    return rule.isUnverified() ? UNVERIFIED : 0;
  }

  private Finding hold(Weighed weighed, Figure figure, LocalDate date) {
    String others =
        figure.events().stream()
            .filter(other -> other.ofGroup() && !other.equals(weighed))
            .map(other -> said(other.event(), date) + " (" + other.event().source() + ")")
            .collect(Collectors.joining(" "));
    String reason =
        "%s A person checks which rule applies on the day of import. Policy on these goods stands at %s of 1; from %s on it is volatile."
            .formatted(said(weighed.event(), date), two(figure.ofGroup()), two(LIMIT));
    return finding(
        weighed, Effect.HOLD, others.isEmpty() ? reason : reason + " It also counts: " + others);
  }

  private static String said(PolicyEvent event, LocalDate date) {
    boolean toCome =
        event.state() == PolicyEvent.State.IN_FORCE && date.isBefore(event.date().first());
    String state = toCome ? "to come" : event.state().label().replace('_', ' ');
    return "%s, %s: %s".formatted(event.date().text(), state, event.says());
  }

  private Finding finding(Weighed weighed, Effect effect, String reason) {
    PolicyEvent event = weighed.event();
    return new Finding(
        event.id(),
        pack(),
        "Policy that changes (%s)".formatted(event.type().label()),
        CATEGORY,
        effect,
        effect == Effect.HOLD ? "conditional" : "",
        weighed.ground().field(),
        weighed.ground().matched(),
        reason,
        "",
        "",
        event.source(),
        event.verified(),
        effect == Effect.HOLD
            ? "The day the goods arrive, and the papers asked for under the rule of that day."
            : "",
        Map.of());
  }

  private Finding stale(Fired fired, LocalDate date) {
    Rule rule = fired.rule();
    return new Finding(
        "stale:" + rule.id(),
        pack(),
        "Rule not checked for long",
        CATEGORY,
        Effect.HOLD,
        rule.status(),
        fired.finding().field(),
        fired.finding().matched(),
        "The rule %s (%s) was never read at its source and was last looked at on %s, %d days before %s. A person checks whether it still applies."
            .formatted(
                rule.id(),
                rule.title(),
                rule.lastChecked(),
                ChronoUnit.DAYS.between(rule.lastChecked(), date),
                date),
        rule.authority(),
        rule.instrument(),
        rule.source(),
        rule.verified(),
        rule.provide(),
        Map.of());
  }

  private static String two(double figure) {
    return String.format(Locale.ROOT, "%.2f", figure);
  }
}
