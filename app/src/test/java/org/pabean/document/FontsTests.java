package org.pabean.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pabean.document.Fonts.Run;

class FontsTests {

  private static final Fonts FONTS = Fonts.load();

  @Test
  void textIsCutWhereTheFontChanges() {
    assertThat(FONTS.runs("Dép lê nữ 42, ผู้ใหญ่ 陶瓷菜刀（新）"))
        .containsExactly(
            new Run("Noto Sans", "Dép lê nữ 42, "),
            new Run("Noto Sans Thai", "ผู้ใหญ่"),
            new Run("Noto Sans", " "),
            new Run("Droid Sans Fallback", "陶瓷菜刀（新）"));
  }

  @Test
  void lettersWithSeparateMarksAreComposed() {
    assertThat(FONTS.runs("e\u0302\u0301")).containsExactly(new Run("Noto Sans", "ế"));
  }

  @Test
  void picturesAreLeftOutAndUnknownLettersAreShownAsMissing() {
    assertThat(FONTS.runs("🔥knife👍🏽\u200d")).containsExactly(new Run("Noto Sans", "knife"));
    assertThat(FONTS.runs("🔥")).isEmpty();
    assertThat(FONTS.runs("a\uD808\uDC00")).containsExactly(new Run("Noto Sans", "a\uFFFD"));
  }

  @Test
  void whiteSpaceIsABlank() {
    assertThat(FONTS.runs("a\n\tb")).isEqualTo(List.of(new Run("Noto Sans", "a  b")));
  }
}
