package org.pabean.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

  @Test
  void foldsWidthCaseBlanksAndInvisibleCharacters() {
    assertThat(NormalText.of("  ＫＮＩＦＥ\u200b  Set\u00a0７ ").text()).isEqualTo("knife set 7");
  }

  @Test
  void takesMarksOffLatinLettersOnly() {
    assertThat(NormalText.withoutMarks("dao nhà bếp đẹp")).isEqualTo("dao nha bep dep");
    assertThat(NormalText.withoutMarks("ที่นี่")).isEqualTo("ที่นี่");
  }

  @Test
  void leavesTheThaiAndLaoVowelAmWhole() {
    assertThat(NormalText.of("น้ำปลา ทำ").text()).isEqualTo("น้ำปลา ทำ");
    assertThat(NormalText.of("ນ້ຳ").text()).isEqualTo("ນ້ຳ");
  }

  @Test
  void cutsWordsOfLanguagesWithoutBlanks() {
    assertThat(Words.keys("มีดทำครัว")).contains("มีด");
    assertThat(Words.keys("陶瓷菜刀")).contains("陶瓷");
  }

  @ParameterizedTest
  @CsvSource({
    "knives, knife",
    "T-Shirts, tshirt",
    "T shirts, tshirt",
    "glasses, glass",
    "dress, dress",
    "batteries, battery",
    "boxes, box",
    "e-bike, ebike",
    "cactus, cactus"
  })
  void comparesWordsByOneForm(String text, String key) {
    assertThat(Words.keys(text)).containsExactly(key);
  }

  @Test
  void comparesVietnameseWordsWithoutTheirMarksWhateverTheyBeginWith() {
    assertThat(Words.keys("ốp lưng, ấm đun, ủng"))
        .containsExactlyElementsOf(Words.keys("op lung, am dun, ung"));
  }

  @Test
  void findsPhrasesAtWordBoundaries() {
    var matcher =
        new PhraseMatcher.Builder<String>().add("e cigarette", "vape").add("pen", "pen").build();

    assertThat(values(matcher, "New E-Cigarette kit")).containsExactly("vape");
    assertThat(values(matcher, "open pencil case")).isEmpty();
    assertThat(values(matcher, "pen")).containsExactly("pen");
  }

  @Test
  void findsThaiAndChinesePhrasesInsideText() {
    var matcher =
        new PhraseMatcher.Builder<String>().add("มีด", "knife").add("充电宝", "battery").build();

    assertThat(values(matcher, "ชุดมีดทำครัว")).containsExactly("knife");
    assertThat(values(matcher, "迷你充电宝20000毫安")).containsExactly("battery");
  }

  @Test
  void findsOverlappingPhrases() {
    var matcher =
        new PhraseMatcher.Builder<String>()
            .add("power bank", "long")
            .add("bank", "short")
            .add("power", "start")
            .build();

    assertThat(values(matcher, "power bank")).containsExactlyInAnyOrder("start", "long", "short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch, battery not included",
        "no battery required",
        "battery-free doorbell",
        "without battery",
        "battery (2 x aaa) not included",
        "pin sạc không kèm pin: no battery",
        "battery type: none",
        "does not include battery",
        "batteries included: no battery",
        "non-battery toy",
        "battery included: no",
        "torch (battery: none)"
      })
  void readsDenials(String text) {
    assertThat(isDenied(text, "battery")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no.1 battery",
        "non slip case with battery",
        "battery included, charger not included",
        "no brand logo battery",
        "battery free shipping",
        "rechargeable battery",
        "battery: no brand",
        "brand: no - battery 9v",
        "no, battery"
      })
  void doesNotReadADenialIntoOtherWords(String text) {
    assertThat(isDenied(text, "battery")).isFalse();
  }

  @Test
  void readsDenialsInOtherLanguages() {
    assertThat(isDenied("ไฟฉายไม่รวมแบตเตอรี่", "แบตเตอรี่")).isTrue();
    assertThat(isDenied("手电筒 不含电池", "电池")).isTrue();
    assertThat(isDenied("senter tanpa baterai", "baterai")).isTrue();
    assertThat(isDenied("đèn pin không kèm pin sạc", "pin sạc")).isTrue();
    assertThat(isDenied("ពិល គ្មានថ្ម", "ថ្ម")).isTrue();
    assertThat(isDenied("ໄຟສາຍ ບໍ່ມີແບັດເຕີຣີ", "ແບັດເຕີຣີ")).isTrue();
    assertThat(isDenied("ဓာတ်မီး ဘက်ထရီ မပါ", "ဘက်ထရီ")).isTrue();
    assertThat(isDenied("lanterna sem bateria", "bateria")).isTrue();
    assertThat(isDenied("lanterna, bateria não incluída", "bateria")).isTrue();
    assertThat(isDenied("lampu, la iha bateria", "bateria")).isTrue();
  }

  private static boolean isDenied(String text, String word) {
    NormalText normal = NormalText.of(text);
    int start = normal.text().lastIndexOf(word);
    if (text.startsWith("battery") || text.contains("battery,")) {
      start = normal.text().indexOf(word);
    }
    return Negation.builtIn().in(normal).isDenied(start, start + word.length());
  }

  private static List<String> values(PhraseMatcher<String> matcher, String text) {
    return matcher.find(NormalText.of(text)).stream().map(PhraseMatcher.Hit::value).toList();
  }
}
