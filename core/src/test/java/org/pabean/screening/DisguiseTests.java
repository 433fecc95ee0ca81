package org.pabean.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.text.NormalText;
import org.pabean.text.Unmasked;

class DisguiseTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Screener SCREENER = Screener.builtIn();
  private static final String LATIN = "aceijopsvxy";
  private static final String CYRILLIC = "асеіјорѕѵху";

  private static final Map<String, UnaryOperator<String>> WAYS =
      Map.of(
          "look-alikes", DisguiseTests::withLookAlikes,
          "digits", DisguiseTests::withDigits,
          "spaced", phrase -> apart(phrase, ' '),
          "dotted", phrase -> apart(phrase, '.'),
          "zero-width", DisguiseTests::withZeroWidth,
          "full-width", DisguiseTests::fullWidth,
          "repeated", DisguiseTests::repeated);

  /**
   * Not seen through, and passed over here: phrases of fewer than four Latin letters (model numbers
   * look like them), phrases with digits of their own or signs between their letters, words of
   * Vietnamese whose marks are what tells them apart, and phrases in scripts without blanks, whose
   * letters these ways do not touch.
   */
  @Test
  void everyPhraseIsFoundInEveryDisguise() {
    List<PhraseList> lists = Screener.builtInLists();
    Phrases phrases = Phrases.of(lists);
    List<String> missed = new ArrayList<>();
    int tried = 0;
    for (PhraseList list : lists) {
      for (String phrase : list.phrases()) {
        String plain = NormalText.of(phrase).text();
        if (!plain.matches("[a-z]{4,}( [a-z]{3,})*") || !isSaid(phrases, list, plain)) {
          continue;
        }
        for (var way : WAYS.entrySet()) {
          String disguised = way.getValue().apply(plain);
          tried++;
          if (!isSaid(phrases, list, disguised)) {
            missed.add(way.getKey() + ": " + disguised + " (" + list.name() + ")");
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(50_000);
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lamp and b4ttery, b4ttery, battery, battery",
    "stainless kn1fe, kn1fe, knife, blade",
    "v a p e, v a p e, vape, vape",
    "k.n.i.f.e, k.n.i.f.e, knife, blade",
    "vaaape, vaaape, vape, vape",
    "кnife, кnife, knife, blade",
    "b@ttery, b@ttery, battery, battery"
  })
  void saysWhatWasSeenThrough(String title, String matched, String read, String category) {
    Listing listing = Listing.ofTitle(title);
    List<Finding> findings = SCREENER.screen(listing, "SG", TODAY, Ranking.unknown());

    assertThat(findings)
        .filteredOn(f -> f.category().equals(category))
        .anySatisfy(
            f -> {
              assertThat(f.matched()).isEqualTo(matched);
              assertThat(f.reason()).contains("\"" + matched + "\" is read as \"" + read + "\"");
            });
    assertThat(findings).anyMatch(f -> f.rule().equals("DQ-07") && f.holds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Paper A4 80 g",
        "B2B platform guide",
        "HDMI cable 4K 60Hz",
        "Charger W1 5V2A",
        "MP3 player",
        "Laptop i5 8GB",
        "T-shirt S M L XL XXL XXXL",
        "20000mAh",
        "CR2032",
        "Áo thun nam cổ tròn",
        "ไฟฉายแรงสูง",
        "玻璃杯 300ml",
        "Café crème candle",
        "Vitamin B12 C E"
      })
  void modelNumbersAndOtherLanguagesAreNoWordsInDisguise(String title) {
    Reading reading = SCREENER.read(Listing.ofTitle(title), Ranking.unknown(), SellerHistory.NONE);

    assertThat(reading.isDisguised()).as("%s", reading.said()).isFalse();
  }

  @Test
  void noTextFailsOrTakesLong() {
    List<String> texts =
        List.of(
            "knife ".repeat(170_000),
            "not no without (".repeat(60_000) + "knife",
            "case for ".repeat(100_000) + "drone",
            "1 ".repeat(500_000),
            "a ".repeat(500_000),
            "((((".repeat(250_000),
            "\ud800".repeat(500_000),
            "k\u0336n\u0336i\u0336f\u0336e\u0336 ".repeat(90_000),
            "k" + "\u0301".repeat(900_000),
            "\u202eefink ".repeat(150_000),
            "سكين ".repeat(200_000),
            "b4ttery ".repeat(125_000),
            "drone poster ".repeat(70_000),
            "aaaa".repeat(250_000),
            "มีด".repeat(300_000));
    for (String text : texts) {
      Listing listing = Listing.ofTitle("x" + text);
      org.junit.jupiter.api.Assertions.assertTimeout(
          Duration.ofSeconds(20),
          () -> assertThat(SCREENER.screen(listing, "SG", TODAY, Ranking.unknown())).isNotNull(),
          () -> text.substring(0, 12));
    }
  }

  private static boolean isSaid(Phrases phrases, PhraseList list, String title) {
    return phrases.said(Listing.ofTitle(title)).stream()
        .anyMatch(said -> said.list().equals(list.name()));
  }

  private static String withLookAlikes(String phrase) {
    int at = -1;
    for (int i = 0; i < phrase.length() && at < 0; i++) {
      at = LATIN.indexOf(phrase.charAt(i)) >= 0 ? i : -1;
    }
    return at < 0
        ? phrase
        : phrase.substring(0, at)
            + CYRILLIC.charAt(LATIN.indexOf(phrase.charAt(at)))
            + phrase.substring(at + 1);
  }

  private static String withDigits(String phrase) {
    String digits = phrase.substring(1).replaceFirst("[aeiost]", "#");
    int at = digits.indexOf('#');
    if (at < 0) {
      return phrase;
    }
    char digit =
        switch (phrase.charAt(at + 1)) {
          case 'a' -> '4';
          case 'e' -> '3';
          case 'i' -> '1';
          case 'o' -> '0';
          case 's' -> '5';
          default -> '7';
        };
    return phrase.charAt(0) + digits.replace('#', digit);
  }

  private static String apart(String phrase, char between) {
    List<String> words = new ArrayList<>();
    for (String word : phrase.split(" ")) {
      words.add(String.join(String.valueOf(between), word.split("")));
    }
    return String.join("  ", words);
  }

  private static String withZeroWidth(String phrase) {
    return phrase.charAt(0) + "\u200b" + phrase.substring(1);
  }

  private static String fullWidth(String phrase) {
    var wide = new StringBuilder();
    phrase.chars().forEach(c -> wide.append((char) (c == ' ' ? ' ' : c + 0xFEE0)));
    return wide.toString();
  }

  private static String repeated(String phrase) {
    return phrase.charAt(0) + phrase.substring(1, 2).repeat(3) + phrase.substring(2);
  }

  @Test
  void aReadingKnowsWhereItsWordsStood() {
    Unmasked reading = Unmasked.readings("New kn1fe, v.a.p.e").get(0);

    assertThat(reading.text().text()).isEqualTo("new knife, vape");
    assertThat(reading.original(4, 9)).isEqualTo("kn1fe");
    assertThat(reading.original(11, 15)).isEqualTo("v.a.p.e");
    assertThat(reading.isAltered(0, 3)).isFalse();
    assertThat(reading.isDisguised(4, 9)).isTrue();
  }
}
