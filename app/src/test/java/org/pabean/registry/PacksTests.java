package org.pabean.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.HousePack;
import org.pabean.assess.Assessment;
import org.pabean.assess.Lane;
import org.pabean.assess.Precedents;
import org.pabean.listing.Listing;
import org.pabean.record.Event;
import org.pabean.record.Journal;
import org.pabean.registry.PackProposal.State;
import org.pabean.screening.Finding;
import org.pabean.screening.InvalidRulePack;
import org.pabean.screening.PackText;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rules change while the server runs. Each test has a pack of its own. */
class PacksTests extends DatabaseTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  @Autowired private Packs packs;
  @Autowired private Registry registry;
  @Autowired private RegistrySettings settings;
  @Autowired private PackTable table;
  @Autowired private Journal journal;
  @Autowired private JdbcClient jdbc;

  private final String id = "house-" + Goods.word();

  @Test
  void aStricterRuleIsInForceAtOnceAndALooserOneTakesTwoLeads() {
    Actor linh = somebody(Role.LEAD);
    Actor mei = somebody(Role.LEAD);

    assertThat(packs.propose(pack("1", "hold"), "New rule", linh).state()).isEqualTo(State.LIVE);
    assertThat(effect()).isEqualTo("HOLD");

    PackProposal looser = packs.propose(pack("2", "note"), "Too many alarms", linh);
    assertThat(looser.state()).isEqualTo(State.WAITING);
    assertThat(effect()).as("nothing passes while it waits").isEqualTo("HOLD");
    assertThatThrownBy(() -> packs.agree(looser.id(), linh))
        .isInstanceOf(PackRefused.class)
        .hasMessageContaining("another lead must agree");
    assertThatThrownBy(() -> packs.propose(pack("3", "block"), "Stricter", mei))
        .isInstanceOf(PackRefused.class)
        .hasMessageContaining("waits for a second person");

    assertThat(packs.agree(looser.id(), mei).state()).isEqualTo(State.LIVE);
    assertThat(effect()).isEqualTo("NOTE");
    assertThatThrownBy(() -> packs.agree(looser.id(), mei)).isInstanceOf(PackRefused.class);

    assertThat(packs.rollBack(id, "1", mei).state())
        .as("back to what is stricter needs nobody else")
        .isEqualTo(State.LIVE);
    assertThat(effect()).isEqualTo("HOLD");
    assertThat(packs.rollBack(id, "2", mei).state()).isEqualTo(State.WAITING);
    assertThat(written())
        .containsExactly("pack.live", "pack.proposed", "pack.live", "pack.live", "pack.proposed");
  }

  @Test
  void whatIsRefusedOrTakenBackChangesNothing() {
    Actor linh = somebody(Role.LEAD);
    Actor mei = somebody(Role.LEAD);
    packs.propose(pack("1", "hold"), "New rule", linh);

    PackProposal refused = packs.propose(pack("2", "note"), "Looser", linh);
    assertThat(packs.refuse(refused.id(), mei).state()).isEqualTo(State.REFUSED);
    PackProposal withdrawn = packs.propose(pack("3", "note"), "Looser", linh);
    assertThat(packs.refuse(withdrawn.id(), linh).state()).isEqualTo(State.WITHDRAWN);

    assertThat(effect()).isEqualTo("HOLD");
    assertThatThrownBy(() -> packs.agree(refused.id(), mei))
        .isInstanceOf(PackRefused.class)
        .hasMessageContaining("settled by " + mei.name());
  }

  @Test
  void aVersionMeansOneTextForGood() {
    Actor linh = somebody(Role.LEAD);
    packs.propose(pack("1", "note"), "New rule", linh);

    assertThatThrownBy(() -> packs.propose(pack("1", "hold"), "The same name", linh))
        .isInstanceOf(PackRefused.class)
        .hasMessageContaining("Version 1 of the pack " + id + " is taken by another text");
    assertThatThrownBy(
            () ->
                jdbc.sql("update rule_pack set yaml = '' where pack = :id")
                    .param("id", id)
                    .update())
        .hasMessageContaining("never changed");
  }

  @Test
  void aPackWhoseExamplesMisbehaveIsRefusedWithLineAndReason() {
    var bad =
        new PackText("pack.yaml", pack("1", "hold").yaml().replace("Blue zylograph", "Blue plain"));

    assertThatThrownBy(() -> packs.propose(bad, "A typing mistake", somebody(Role.LEAD)))
        .isInstanceOfSatisfying(
            InvalidRulePack.class,
            e ->
                assertThat(e.faults())
                    .singleElement()
                    .satisfies(
                        fault -> {
                          assertThat(fault.line()).isPositive();
                          assertThat(fault.reason()).contains("must fire the rule and does not");
                        }));
    assertThat(packs.find(id)).isEmpty();
  }

  @Test
  void theDatabaseItselfRefusesThatOnePersonLoosensARule() {
    Actor linh = somebody(Role.LEAD);
    packs.propose(pack("1", "hold"), "New rule", linh);
    PackProposal waiting = packs.propose(pack("2", "note"), "Looser", linh);

    assertThatThrownBy(
            () -> table.settle(waiting.id(), State.LIVE, linh.id(), Clock.systemUTC().instant()))
        .hasMessageContaining("pack_proposal_loosened_by_two");
  }

  @Test
  void anotherNodeTakesItUpWhenItNextAsks() {
    Registry other = new Registry(settings, Precedents.none(), table, Clock.systemUTC());
    other.refresh();
    packs.propose(pack("1", "hold"), "New rule", somebody(Role.LEAD));

    other.refresh();

    assertThat(other.assessor().versions("TL")).containsEntry("rules:" + id, "1");
    Registry started = new Registry(settings, Precedents.none(), table, Clock.systemUTC());
    assertThat(started.assessor().versions("TL"))
        .as("a node that starts later too")
        .containsEntry("rules:" + id, "1");
  }

  @Test
  void aShippedPackThatWasChangedHereStaysAndCanBeGoneBackFrom() {
    Actor linh = somebody(Role.LEAD);
    Actor mei = somebody(Role.LEAD);
    PackInForce shipped = packs.find("mm").orElseThrow();
    assertThat(shipped.edited()).isFalse();
    String more = pack("1", "hold").yaml();
    String rule = more.substring(more.indexOf("  - id: HOUSE-1"));
    String edited =
        shipped
                .text()
                .yaml()
                .replace("version: \"" + shipped.pack().version() + "\"", "version: \"1999-01-01\"")
            + "\n"
            + rule;

    assertThat(packs.propose(new PackText("mm.yaml", edited), "Ours too", linh).state())
        .isEqualTo(State.LIVE);
    PackInForce changed = packs.find("mm").orElseThrow();
    assertThat(changed.edited()).isTrue();
    assertThat(changed.by()).isEqualTo(linh.name());
    assertThat(changed.isNewerShipped()).isTrue();

    PackProposal back = packs.rollBack("mm", shipped.pack().version(), mei);
    assertThat(back.loosens()).isTrue();
    packs.agree(back.id(), linh);
    assertThat(packs.find("mm").orElseThrow().edited()).isFalse();
  }

  @Test
  void ofTwoWhoChangeAPackAtOnceOneIsToldToWait() throws Exception {
    Actor linh = somebody(Role.LEAD);
    packs.propose(pack("1", "hold"), "New rule", linh);
    List<Callable<String>> both = new ArrayList<>();
    for (String version : List.of("2", "3")) {
      Actor lead = somebody(Role.LEAD);
      both.add(
          () -> {
            try {
              return packs.propose(pack(version, "note"), "Looser", lead).state().name();
            } catch (PackRefused e) {
              return "refused";
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(both)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder("WAITING", "refused");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aPackInForceThatNoLongerLoadsHoldsEverything() {
    packs.propose(pack("1", "hold"), "New rule", somebody(Role.LEAD));
    // As if a newer program no longer knew the signal that the pack asks for.
    jdbc.sql("alter table rule_pack disable trigger rule_pack_is_append_only").update();
    jdbc.sql(
            "update rule_pack set yaml = replace(yaml, 'item.title', 'item.gone') where pack = :id")
        .param("id", id)
        .update();
    try {
      Registry next = new Registry(settings, Precedents.none(), table, Clock.systemUTC());
      Assessment held =
          next.assessor().assess(Listing.ofTitle("Vacuum insulated steel bottle"), "SG", TODAY);
      assertThat(held.lane()).isEqualTo(Lane.REVIEW);
      assertThat(held.open()).anySatisfy(f -> assertThat(f.reason()).contains("The screening"));
    } finally {
      jdbc.sql(
              "update rule_pack set yaml = replace(yaml, 'item.gone', 'item.title') where pack = :id")
          .param("id", id)
          .update();
      jdbc.sql("alter table rule_pack enable trigger rule_pack_is_append_only").update();
    }
  }

  private String effect() {
    return registry
        .assessor()
        .assess(Listing.ofTitle("Zylograph " + id), "TL", TODAY)
        .findings()
        .stream()
        .filter(finding -> finding.pack().startsWith(id + "@"))
        .map(Finding::effect)
        .map(Enum::name)
        .findFirst()
        .orElse("none");
  }

  private List<String> written() {
    return journal.of(new java.util.UUID(0, 0)).stream()
        .filter(event -> event.payload().contains(id))
        .map(Event::kind)
        .toList();
  }

  private PackText pack(String version, String effect) {
    return new PackText("pack.yaml", HousePack.yaml(id, version, "TL", "zylograph", effect));
  }
}
