package org.pabean.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HousePack;
import org.pabean.HttpTests;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Rule packs over REST: read, tried, put forward, agreed to, gone back from. */
class RulesApiTests extends HttpTests {

  private static final String RULES = "/api/v1/rules";

  @Autowired private JsonMapper json;

  private final String word = Goods.word();

  @Test
  void aPackIsTriedPutForwardAndGoneBackFrom() {
    Caller linh = caller(Role.LEAD);
    Caller mei = caller(Role.LEAD);
    Reply first = post(RULES + "/proposals", order("1", "hold", "New rule"), linh);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("/state")).isEqualTo("LIVE");
    Reply held = listing(linh);
    assertThat(held.text("/assessment/findings")).isEmpty();
    assertThat(held.body().at("/assessment/findings").valueStream())
        .anyMatch(finding -> finding.path("rule").asString().equals("HOUSE-1"));

    Reply trial = post(RULES + "/check", order("2", "note", ""), linh);
    assertThat(trial.body().path("loosens").asBoolean()).isTrue();
    assertThat(trial.text("/rules/0/loosens/0")).contains("weakens from HOLD to NOTE");
    assertThat(trial.body().path("items").asInt()).isPositive();

    Reply waiting = post(RULES + "/proposals", order("2", "note", "Too many"), linh);
    assertThat(waiting.text("/state")).isEqualTo("WAITING");
    String path = RULES + "/proposals/" + waiting.text("/id");
    Reply alone = post(path + "/agree", linh);
    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.text("/code")).isEqualTo("rule-change-refused");
    assertThat(post(path + "/agree", mei).text("/state")).isEqualTo("LIVE");

    Reply back = post(RULES + "/api-" + word + "/roll-back", "{\"version\": \"1\"}", linh);
    assertThat(back.text("/state")).isEqualTo("LIVE");
    Reply versions = get(RULES + "/api-" + word + "/versions", linh);
    assertThat(versions.body().at("/versions").valueStream())
        .anyMatch(v -> v.path("version").asString().equals("1") && v.path("inForce").asBoolean());
    assertThat(get(RULES, mei).body().at("/packs").valueStream())
        .anyMatch(
            pack ->
                pack.path("id").asString().equals("api-" + word)
                    && pack.at("/rules/0/hits").asLong() == 1);
  }

  @Test
  void aFaultyPackIsRefusedWithItsFirstFault() {
    String bad = order("1", "hold", "New rule").replace("item.title", "item.titel");

    Reply refused = post(RULES + "/proposals", bad, caller(Role.LEAD));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/code")).isEqualTo("rule-pack-invalid");
    assertThat(refused.text("/detail")).contains("line ", "titel", "item.title");
  }

  @Test
  void whoMayReadRulesAndWhoMayChangeThem() {
    for (Role role : Role.values()) {
      Caller caller = caller(role);
      assertThat(get(RULES, caller).status())
          .as("%s reads", role)
          .isEqualTo(role.includes(Role.SPECIALIST) ? 200 : 403);
      assertThat(post(RULES + "/check", order("1", "hold", ""), caller).status())
          .as("%s checks", role)
          .isEqualTo(role.includes(Role.LEAD) ? 200 : 403);
      assertThat(post(RULES + "/tl/roll-back", "{\"version\": \"none\"}", caller).status())
          .as("%s goes back", role)
          .isEqualTo(role.includes(Role.LEAD) ? 409 : 403);
    }
  }

  private Reply listing(Caller seller) {
    Reply receipt =
        post(
            "/api/v1/listings",
            "{\"title\": \"Sextant %s\", \"destination\": \"LA\"}".formatted(word),
            seller);
    return get("/api/v1/items/" + receipt.text("/lines/0/itemId"), seller);
  }

  private String order(String version, String effect, String why) {
    return json.writeValueAsString(
        json.createObjectNode().put("yaml", pack(version, effect)).put("why", why));
  }

  private String pack(String version, String effect) {
    return HousePack.yaml("api-" + word, version, "LA", "sextant", effect);
  }
}
