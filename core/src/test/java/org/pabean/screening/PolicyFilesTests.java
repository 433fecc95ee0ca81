package org.pabean.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilesTests {

  private static final String SCHEMES =
      """
      version: "1"
      sources: {A: https://example.org}
      schemes:
        - id: X-1
          destination: SG
          name: Test
          authority: nobody
          instrument: none
          source: A
          verified: "yes"
          effective_from: 2026-01-01
          effective_to: 2026-12-31
          last_checked: 2026-11-22
          test: {basis: CIF, unit: item, currency: SGD, at_most: 400}
          gives: nothing
          excludes: {categories: [tobacco], codes: ["2402"]}
      least_prices:
        - {goods: phones, dollars: 25, codes: ["8517.13"]}
      """;

  private static final String EVENTS =
      """
      version: "1"
      sources: {A: https://example.org}
      events:
        - id: X-1
          date: 2026-01-01
          destination: SG
          concerns: {categories: [vape], codes: ["8543.40"]}
          type: goods
          state: in_force
          verified: "yes"
          source: A
          says: Something changed.
      """;

  private static final String RATES =
      """
      version: "1"
      tables:
        - from: 2026-01-01
          per_dollar: {SGD: 1.29}
      """;

  @Test
  void theFilesAreGoodAsTheyStand() {
    assertThat(LowValueFile.read("x.yaml", new StringReader(SCHEMES)).schemes()).hasSize(1);
    assertThat(VolatilityFile.read("x.yaml", new StringReader(EVENTS)).events()).hasSize(1);
    assertThat(Rates.read("x.yaml", new StringReader(RATES)).version()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gives: nothing | givs: nothing | 15 | 'givs' is not a key here",
        "at_most: 400 | at_most: many | 14 | 'at_most: many' is not a number",
        "basis: CIF | basis: EXW | 14 | 'EXW' is not a basis",
        "unit: item | unit: box | 14 | 'box' is not a unit",
        "currency: SGD | currency: SGX | 14 | 'SGX' is not a currency",
        "source: A | source: B | 9 | 'B' is not among the pack's sources",
        "verified: \"yes\" | verified: maybe | 10 | 'maybe' is not a verified",
        "effective_to: 2026-12-31 | effective_to: 2025-12-31 | 12 | ends on 2025-12-31 before",
        "[tobacco] | [tabacco] | 16 | 'tabacco' is not a category",
        "[\"2402\"] | [\"24O2\"] | 16 | '24O2' is not a tariff code",
        "dollars: 25 | dollars: cheap | 18 | 'dollars: cheap' is not a number",
        "last_checked: 2026-11-22 | name: Again | 13 | 'name' stands twice"
      })
  void aFaultInTheSchemesNamesItsLine(String good, String bad, int line, String says) {
    assertThatExceptionOfType(InvalidRulePack.class)
        .isThrownBy(() -> LowValueFile.read("x.yaml", new StringReader(SCHEMES.replace(good, bad))))
        .withMessageContaining("x.yaml line " + line + ",")
        .withMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "date: 2026-01-01 | date: next year | 5 | 'next year' is not a date",
        "date: 2026-01-01 | date: 2026-13 | 5 | '2026-13' is not a date",
        "type: goods | type: rumour | 8 | 'rumour' is not a type",
        "state: in_force | state: perhaps | 9 | 'perhaps' is not a state",
        "{categories: [vape], codes: [\"8543.40\"]} | some | 7 | 'some' must be 'all'",
        "{categories: [vape], codes: [\"8543.40\"]} | {} | 7 | names no goods",
        "categories: [vape] | categories: [vapes] | 7 | 'vapes' is not a category",
        "source: A | source: B | 11 | 'B' is not among the pack's sources",
        "says: Some | sais: Some | 12 | 'sais' is not a key here"
      })
  void aFaultInTheEventsNamesItsLine(String good, String bad, int line, String says) {
    assertThatExceptionOfType(InvalidRulePack.class)
        .isThrownBy(
            () -> VolatilityFile.read("x.yaml", new StringReader(EVENTS.replace(good, bad))))
        .withMessageContaining("x.yaml line " + line + ",")
        .withMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SGD: 1.29 | SGX: 1.29 | 4 | 'SGX: 1.29' is not a currency",
        "SGD: 1.29 | SGD: 0 | 4 | 'SGD: 0' is not a currency",
        "SGD: 1.29 | SGD: low | 4 | 'SGD: low' is not a number",
        "from: 2026-01-01 | form: 2026-01-01 | 3 | 'form' is not a key here"
      })
  void aFaultInTheRatesNamesItsLine(String good, String bad, int line, String says) {
    assertThatExceptionOfType(InvalidRulePack.class)
        .isThrownBy(() -> Rates.read("x.yaml", new StringReader(RATES.replace(good, bad))))
        .withMessageContaining("x.yaml line " + line + ",")
        .withMessageContaining(says);
  }
}
