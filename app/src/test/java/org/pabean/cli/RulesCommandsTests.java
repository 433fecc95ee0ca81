package org.pabean.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pabean.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesCommandsTests {

  private static final String PACK =
      """
      pack: shop
      version: "2026-11-26"
      destination: SG
      title: What our shop looks at twice
      rules:
        - id: SHOP-1
          title: Mugs
          category: food_contact
          effect: hold
          authority: our shop
          instrument: house rule 1
          verified: "no"
          last_checked: 2026-11-26
          reason: We look at each mug.
          when: "item.title.contains('mug')"
          examples:
            fires: [{title: "Ceramic mug"}]
            quiet: [{title: "Spoon"}]
      """;

  @TempDir private Path directory;

  @Test
  void theBuiltInPacksAreCountedAndHaveNoFault() {
    Said said = rules("check", "--json");
    JsonNode check = new JsonMapper().readTree(said.out());

    assertThat(said.exit()).as(said.out()).isZero();
    assertThat(check.path("faults")).isEmpty();
    assertThat(check.path("packs")).hasSizeGreaterThanOrEqualTo(12);
    for (JsonNode pack : check.path("packs")) {
      long verified =
          pack.at("/verified/yes").asLong()
              + pack.at("/verified/part").asLong()
              + pack.at("/verified/no").asLong();
      assertThat(verified).isEqualTo(pack.path("rules").asLong()).isPositive();
      assertThat(pack.path("examples").asLong()).isGreaterThan(2 * verified);
    }
  }

  @Test
  void aRuleThatNobodyComparedForNinetyDaysIsStale() throws IOException {
    Path pack = pack(PACK);

    assertThat(rules("check", pack.toString(), "--date", "2027-02-24").out())
        .contains("shop", "2026-11-26", "No faults.")
        .doesNotContain("SHOP-1");
    assertThat(rules("check", pack.toString(), "--date", "2027-02-25").out())
        .contains("not compared with their source for more than 90 days: SHOP-1");
  }

  @Test
  void eachFaultIsNamedWithLineColumnAndAHint() throws IOException {
    Path pack =
        pack(
            PACK.replace("destination: SG", "destination: Singapore")
                .replace("category: food_contact", "categroy: food_contact")
                .replace("effect: hold", "effect: stop")
                .replace("last_checked: 2026-11-26", "last_checked: yesterday"));

    Said said = rules("check", pack.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("Faults: 5")
        .contains("new.yaml line 3, column 14: 'Singapore' is not a country")
        .contains("new.yaml line 8, column 5, rule SHOP-1: 'categroy' is not a key here")
        .contains("Did you mean category?")
        .contains("rule SHOP-1: 'category' is missing")
        .contains("new.yaml line 9, column 13, rule SHOP-1: 'stop' must be note, hold or block")
        .contains(
            "new.yaml line 13, column 19, rule SHOP-1: 'last_checked: yesterday' is not a date");
    JsonNode fault =
        new JsonMapper().readTree(rules("check", pack.toString(), "--json").out()).at("/faults/0");
    assertThat(fault.path("line").asInt()).isEqualTo(3);
    assertThat(fault.path("column").asInt()).isEqualTo(14);
  }

  @Test
  void conditionsAndExamplesThatAreWrongAreFaultsToo() throws IOException {
    String second =
        PACK.substring(PACK.indexOf("  - id"))
            .replace("SHOP-1", "SHOP-2")
            .replace("{title: \"Spoon\"}", "{title: \"Mug tree of wood\"}");
    Path pack = pack(PACK.replace("item.title.contains", "item.titel.contains") + second);

    Said said = rules("check", pack.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("Faults: 2")
        .containsPattern("new.yaml line 15, column \\d+, rule SHOP-1: the condition is not valid")
        .contains("Did you mean item.title?")
        .contains(
            "new.yaml line 31, column 15, rule SHOP-2: the example 'Mug tree of wood' must not");
  }

  @Test
  void whatIsNoPackIsSaidInASentence() throws IOException {
    assertThat(rules("check", "nothing.yaml").exit()).isEqualTo(2);
    assertThat(rules("check", "nothing.yaml").err())
        .contains("nothing.yaml: there is no such file");
    assertThat(rules("check", pack("- a\n- b\n").toString()).out())
        .contains("new.yaml: is not a YAML mapping of keys and values");
    assertThat(rules("check", pack("pack: [a\nversion: b\n").toString()).out())
        .containsPattern("new.yaml line \\d+, column \\d+: is not valid YAML: ");
    assertThat(rules("check", pack("pack: x\nrules: &a [*a]\n").toString()).out())
        .contains("each of 'rules' must be a mapping");
    assertThat(rules("check", pack("? [a]\n: b\n").toString()).out())
        .contains("a key must be a word");
    assertThat(rules("check", pack("pack: \u0007\n").toString()).out())
        .contains("new.yaml: is not valid YAML");
    Path binary = Files.write(directory.resolve("new.yaml"), new byte[] {'a', (byte) 0xC3, '('});
    assertThat(rules("check", binary.toString()).err()).contains("is not text in UTF-8");
    assertThat(Said.by("rules").err()).contains("Say what to do: rules check | ");
  }

  @Test
  void aTestSetIsMeasuredAndItsFaultsAreShown() throws IOException {
    Path cases = directory.resolve("cases.tsv");
    String lines =
        "id\tkind\tto\texpect\tmay\tlang\ttitle\tmore\n"
            + "a-1\thit\tSG\tfood_contact\t-\ten\tPlain mug\tprice=12.50 SGD\n";
    Files.writeString(cases, lines);

    Said without = rules("test", cases.toString(), "--date=2026-11-26");
    assertThat(without.exit()).isEqualTo(1);
    assertThat(without.out())
        .contains("Not as they should be: 1", "a-1  SG  Plain mug", "missed: food_contact");
    Said with = rules("test", cases.toString(), "--pack=" + pack(PACK), "--date=2026-11-26");
    assertThat(with.out()).contains("food_contact               1  100.0 %");

    Files.writeString(cases, lines + "b-1\thard\tSG\t-\t-\ten\tmug holder\t\n");
    Said said = rules("test", directory.toString(), "--pack=" + pack(PACK), "--json");
    assertThat(said.exit()).isEqualTo(1);
    JsonNode found = new JsonMapper().readTree(said.out());
    assertThat(found.path("n").asInt()).isEqualTo(2);
    assertThat(found.at("/categories/food_contact/recall/value").asDouble()).isEqualTo(1);
    assertThat(found.at("/categories/food_contact/precision/value").asDouble()).isEqualTo(0.5);
    assertThat(found.at("/failed/0/id").asString()).isEqualTo("b-1");
    assertThat(found.at("/failed/0/findings").toString())
        .contains("shop@2026-11-26/SHOP-1", "\"category\":\"food_contact\"");
  }

  @Test
  void aTestSetThatCannotBeReadIsRefusedInASentence() throws IOException {
    assertThat(rules("test", "no.tsv").err()).contains("no.tsv: there is no such file or folder");
    assertThat(rules("test", directory.toString()).err()).contains("holds no .tsv file");
    Path cases = Files.writeString(directory.resolve("cases.tsv"), "title\nmug\n");
    Said said = rules("test", cases.toString());
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("cases.tsv line 1 must name the columns: id kind to expect");
  }

  @Test
  void aNewPackShowsWhatItWouldChange() throws IOException {
    Path catalogue =
        Files.writeString(
            directory.resolve("catalogue.csv"),
            "sku,title\nM-1,Ceramic coffee mug 350 ml with handle\nK-1,Kitchen knife\n"
                + "S-1,Stainless steel spoon\n");
    Path out = directory.resolve("out");

    Said said =
        rules(
            "simulate",
            "--pack=" + pack(PACK),
            "--on=" + catalogue,
            "--to=SG,VN",
            "--threshold=0.51",
            "--date=2026-11-26",
            "--seconds-per-task=90",
            "--out=" + out,
            "--json");

    assertThat(said.exit()).as(said.err()).isZero();
    JsonNode found = new JsonMapper().readTree(said.out());
    assertThat(found.path("items").asInt()).isEqualTo(6);
    assertThat(found.path("rules")).hasSize(1);
    assertThat(found.at("/rules/0/rule").asString()).isEqualTo("shop/SHOP-1");
    assertThat(found.at("/rules/0/fires_before").asInt()).isZero();
    assertThat(found.at("/rules/0/holds_after").asInt()).isEqualTo(1);
    assertThat(found.path("changes")).hasSize(1);
    assertThat(found.at("/changes/0/item").asString()).isEqualTo("row 2, M-1");
    assertThat(found.at("/changes/0/destination").asString()).isEqualTo("SG");
    assertThat(found.at("/changes/0/before").asString()).isEqualTo("AUTO");
    assertThat(found.at("/changes/0/after").asString()).isEqualTo("REVIEW");
    assertThat(found.path("added_tasks").asInt()).isEqualTo(1);
    assertThat(found.path("added_minutes").asDouble()).isEqualTo(1.5);
    assertThat(Files.readString(out.resolve("changes.csv")))
        .contains("\"row 2, M-1\",Ceramic coffee mug 350 ml with handle,SG,AUTO,REVIEW,holds,")
        .contains("shop@2026-11-26/SHOP-1,HOLD");
    assertThat(Files.readString(out.resolve("lanes.csv"))).contains("AUTO,REVIEW,1");
  }

  @Test
  void aPackThatLetsThroughSaysSo() throws IOException {
    Path catalogue = Files.writeString(directory.resolve("c.csv"), "title\nKitchen knife\n");
    Path pack = pack(PACK.replace("pack: shop", "pack: sg"));

    Said said = rules("simulate", "--pack=" + pack, "--on=" + catalogue, "--to=SG");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("1 item under the rules as they are, and with sg@2026-11-26")
        .contains("now \\ then")
        .contains("sg/SG-12")
        .contains("Mind: 1 item that rules hold now would be held by none.")
        .containsPattern("- sg@\\S+/SG-12: .*\\(\"knife\" in the title\\)");
  }

  @Test
  void argumentsThatCannotBeAreRefusedInASentence() throws IOException {
    Path catalogue = Files.writeString(directory.resolve("c.csv"), "title\nKitchen knife\n");
    String pack = "--pack=" + pack(PACK);
    String on = "--on=" + catalogue;

    assertThat(refused("--pack=no.yaml", on, "--to=SG")).contains("no.yaml: there is no such file");
    assertThat(refused(pack, "--on=no.csv", "--to=SG")).contains("there is no such file");
    assertThat(refused(pack, on, "--to=Singapore")).contains("'SINGAPORE' is not a destination");
    assertThat(refused(pack, on, "--to=SG", "--seconds-per-task=0")).contains("at least 1, not 0");
    assertThat(refused(pack, on, "--to=SG", "--date=soon")).contains("--date");
    Path empty = Files.writeString(directory.resolve("empty.csv"), "title\n");
    assertThat(refused(pack, "--on=" + empty, "--to=SG")).contains("no listing");
    Path broken = pack(PACK.replace("effect: hold", "effect: stop"));
    assertThat(refused("--pack=" + broken, on, "--to=SG"))
        .contains("cannot be used:")
        .contains("line 9, column 13, rule SHOP-1: 'stop' must be note, hold or block");
  }

  private static String refused(String... arguments) {
    List<String> all = new ArrayList<>(List.of("rules", "simulate"));
    all.addAll(Arrays.asList(arguments));
    Said said = Said.by(all.toArray(String[]::new));
    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    return said.err();
  }

  private Path pack(String yaml) throws IOException {
    return Files.writeString(directory.resolve("new.yaml"), yaml);
  }

  private static Said rules(String... arguments) {
    List<String> all = new ArrayList<>(List.of("rules"));
    all.addAll(Arrays.asList(arguments));
    return Said.by(all.toArray(String[]::new));
  }
}
