package org.pabean.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pabean.listing.Listing;
import tools.jackson.databind.node.ObjectNode;

class AmountsTests {

  @ParameterizedTest
  @ValueSource(strings = {"USD", "SGD", "VND", "JPY", "KRW", "KWD", "BHD", "EUR"})
  void whateverIsSharedOutAddsUpAgainToTheLastCent(String currency) {
    var random = new Random(currency.hashCode());
    for (int round = 0; round < 300; round++) {
      Amounts amounts = Amounts.of(random(random, currency));

      assertThat(sum(amounts.discounts())).isEqualByComparingTo(amounts.discount());
      assertThat(sum(amounts.freights())).isEqualByComparingTo(amounts.freight());
      assertThat(sum(amounts.insurances())).isEqualByComparingTo(amounts.insurance());
      assertThat(sum(amounts.fobs())).isEqualByComparingTo(amounts.fob());
      assertThat(sum(amounts.cifs())).isEqualByComparingTo(amounts.cif());
      assertThat(amounts.freights()).allMatch(share -> share.signum() >= 0);
      assertThat(amounts.cifs()).allMatch(value -> value.scale() == amounts.decimals());
    }
  }

  @Test
  void thingsThatCostNothingShareTheFreightEvenly() {
    Consignment free =
        of("USD", "10", "0", List.of(line("0", "1"), line("0", "1"), line("0", "1")));

    assertThat(Amounts.of(free).freights())
        .containsExactly(new BigDecimal("3.34"), new BigDecimal("3.33"), new BigDecimal("3.33"));
  }

  private static Consignment random(Random random, String currency) {
    List<Consignment.Line> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(40); i++) {
      String price = "%d.%04d".formatted(random.nextInt(5000), random.nextInt(10000));
      lines.add(line(price, String.valueOf(1 + random.nextInt(100))));
    }
    return of(
        currency,
        "%d.%03d".formatted(random.nextInt(900), random.nextInt(1000)),
        String.valueOf(random.nextInt(3)),
        lines);
  }

  private static Consignment of(
      String currency, String freight, String insurance, List<Consignment.Line> lines) {
    ObjectNode tree = Examples.tree("my");
    tree.put("currency", currency);
    tree.remove("packages");
    tree.remove("rates");
    Consignment said = ConsignmentFile.read(tree);
    return new Consignment(
        said.reference(),
        said.destination(),
        said.regime(),
        said.consignor(),
        said.consignee(),
        said.declarant(),
        said.incoterm(),
        said.place(),
        currency,
        new BigDecimal(freight),
        new BigDecimal(insurance),
        BigDecimal.ONE,
        said.reason(),
        said.shipBy(),
        said.transport(),
        List.of(),
        said.preference(),
        said.numbers(),
        said.rates(),
        lines);
  }

  private static Consignment.Line line(String price, String quantity) {
    Listing listing =
        new Listing.Builder()
            .with(Listing.Field.TITLE, "Cotton T-shirt")
            .with(Listing.Field.ORIGIN, "VN")
            .build();
    return new Consignment.Line(listing, new BigDecimal(quantity), "PCE", new BigDecimal(price));
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
