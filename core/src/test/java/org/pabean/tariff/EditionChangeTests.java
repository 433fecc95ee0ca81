package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pabean.tariff.EditionChange.Carried;
import org.pabean.tariff.EditionChange.Kind;

class EditionChangeTests {

  private final EditionChange change = EditionChange.between(Edition.HS2017, Edition.HS2022);

  @Test
  void knowsItsEditions() {
    assertThat(change.from()).isEqualTo(Edition.HS2017);
    assertThat(change.to()).isEqualTo(Edition.HS2022);
  }

  @Test
  void mostCodesGoOnAsTheyAre() {
    Carried shirts = change.carry(Code.parse("6109.10"));

    assertThat(shirts.kind()).isEqualTo(Kind.SAME);
    assertThat(shirts.to()).containsExactly(Code.parse("6109.10"));
  }

  @Test
  void theSmartphoneGotACodeOfItsOwn() {
    Carried phones = change.carry(Code.parse("8517.12"));

    assertThat(phones.kind()).isEqualTo(Kind.SPLIT);
    assertThat(phones.to()).contains(Code.parse("8517.13"), Code.parse("8517.14"));
    assertThat(phones.proposed()).contains(Code.parse("8517.13"), Code.parse("8517.14"));
    assertThat(phones.to()).as("waste of phones").contains(Code.parse("8549.91"));
    assertThat(phones.proposed()).doesNotContain(Code.parse("8549.91"));
  }

  @Test
  void aCodeWithOneSuccessorIsRenamed() {
    Carried yogurt = change.carry(Code.parse("0403.10"));

    assertThat(yogurt.kind()).isEqualTo(Kind.RENAMED);
    assertThat(yogurt.to()).containsExactly(Code.parse("0403.20"));
  }

  @Test
  void dronesWereNoCodeBefore() {
    assertThat(change.carry(Code.parse("8806.22")).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(change.carry(Code.parse("8806.22")).to()).isEmpty();
    assertThat(change.carry(Code.parse("8802.11")).to()).contains(Code.parse("8806.22"));
  }

  @Test
  void aNationalLineIsCarriedByItsSubheading() {
    assertThat(change.carry(Code.parse("6109.10.10")))
        .isEqualTo(change.carry(Code.parse("6109.10")));
    assertThat(change.carry(Code.parse("8517.12.00.50")).to()).contains(Code.parse("8517.13"));
    assertThat(change.carry(Code.parse("8517")).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void allLeadsToSubheadingsAndAllSubheadingsAreReached() {
    Nomenclature hs = Nomenclature.hs2022();
    List<Code> reached =
        oldCodes().flatMap(code -> change.carry(code).to().stream()).distinct().sorted().toList();

    assertThat(reached).containsExactlyElementsOf(hs.atLevel(6).stream().map(Entry::code).toList());
  }

  @Test
  void refusesEditionsWithoutATable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EditionChange.between(Edition.HS2022, new Edition("HS2028")))
        .withMessage("no table says what changed from HS2022 to HS2028");
  }

  private static Stream<Code> oldCodes() {
    return Table.rows("changes/hs2017-hs2022.tsv", "from\tto").stream()
        .map(row -> Code.parse(row[0]));
  }
}
