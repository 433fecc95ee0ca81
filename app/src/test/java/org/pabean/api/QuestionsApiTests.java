package org.pabean.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HttpTests;
import org.pabean.security.Role;

/** Asking and answering over REST. */
class QuestionsApiTests extends HttpTests {

  @Test
  void aQuestionIsAskedAnsweredOnceAndTheGoodsAreAssessedAnew() {
    Caller seller = caller(Role.SELLER);
    Caller mei = caller(Role.SPECIALIST);
    Reply receipt =
        post(
            "/api/v1/listings",
            "{\"title\": \"Ceramic knife %s\", \"destination\": \"SG\"}".formatted(Goods.word()),
            seller);
    String task = "/api/v1/tasks/" + receipt.text("/lines/0/taskId");
    String item = "/api/v1/items/" + receipt.text("/lines/0/itemId");
    long version = post(task + "/claim", mei).body().path("version").asLong();
    String order =
        "{\"version\": %d, \"text\": \"Is it glazed?\", \"choices\": [\"yes\", \"no\"]}"
            .formatted(version);

    assertThat(post(task + "/question", order, seller).status()).as("a seller asks").isEqualTo(403);
    Reply asked = post(task + "/question", order, mei);
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.text("/link")).contains("/ask/");
    assertThat(post(task + "/question", order, mei).text("/code")).isEqualTo("task-not-claimed");

    String answer = item + "/questions/" + asked.text("/question/id") + "/answer";
    assertThat(post(answer, "{\"answer\": \"perhaps\"}", seller).status()).isEqualTo(400);
    assertThat(post(answer, "{\"answer\": \"yes\"}", caller(Role.SELLER)).status())
        .as("another seller")
        .isEqualTo(404);
    assertThat(post(answer, "{\"answer\": \"yes\"}", seller).text("/answer")).isEqualTo("yes");
    Reply again = post(answer, "{\"answer\": \"no\"}", seller);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("question-refused");
    assertThat(get(item + "/questions", seller).text("/questions/0/answer")).isEqualTo("yes");
    assertThat(get(item, seller).text("/listing/attributes/Is it glazed?")).isEqualTo("yes");
    assertThat(get(item + "/questions", caller(Role.SELLER)).status()).isEqualTo(404);
  }
}
