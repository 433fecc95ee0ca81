package org.pabean.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pabean.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainTests {

  @Test
  void anAnswerToTheQuestionRanksAnew() {
    Said asked = explain("Men's T-shirt", "--to", "SG");
    assertThat(asked.out()).contains("The question that would settle it", "1  cotton → 6109.10");

    Said answered = explain("Men's T-shirt", "--to", "SG", "--answer", "1");

    assertThat(answered.exit()).isZero();
    assertThat(answered.out())
        .contains("for: cotton (answer)")
        .doesNotContain("The question that would settle it");
    assertThat(explain("Men's T-shirt", "--to", "SG", "--answer", "Cotton").out())
        .isEqualTo(answered.out());
  }

  @Test
  void asksASellerInTheirLanguage() {
    assertThat(explain("เสื้อยืดผู้ชาย", "--to", "TH").out()).contains("ฝ้าย (cotton) → 6109.10");
  }

  @Test
  void refusesAnAnswerThatAnswersNothing() {
    Said wrong = explain("Men's T-shirt", "--to", "SG", "--answer", "granite");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("\"granite\" is none of the answers", "give a number from 1");

    Said unasked = explain("Vacuum flask", "--to", "SG", "--answer", "1");
    assertThat(unasked.exit()).isEqualTo(2);
    assertThat(unasked.err()).contains("Nothing was asked about \"Vacuum flask\"");
  }

  @Test
  void speaksJsonToScripts() {
    Said said = explain("Ceramic kitchen knife", "--to", "SG,VN", "--json");

    JsonMapper json = new JsonMapper();
    List<JsonNode> lines = said.out().lines().map(json::readTree).toList();
    assertThat(lines)
        .extracting(
            line -> line.path("destination").asString(), line -> line.path("lane").asString())
        .containsExactly(tuple("SG", "REVIEW"), tuple("VN", "REVIEW"));
    assertThat(lines.get(0).path("candidates").path(0).path("code").asString()).isEqualTo("691200");
    assertThat(lines.get(0).path("findings").valueStream())
        .anyMatch(finding -> finding.path("category").asString().equals("trap"));
  }

  private static Said explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    return Said.by(all.toArray(String[]::new));
  }
}
