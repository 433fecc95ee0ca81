package org.pabean.consignment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pabean.listing.Money;

/**
 * What a consignment amounts to, once and for all papers. Each line is rounded to the currency, the
 * sums are sums of what is printed, and what is shared out over the lines adds up again to the last
 * cent.
 *
 * @param decimals of the currency
 * @param lines quantity times unit price of each, rounded half up
 * @param goods sum of the lines
 * @param discount on the goods
 * @param freight rounded
 * @param insurance rounded
 */
public record Amounts(
    int decimals,
    List<BigDecimal> lines,
    BigDecimal goods,
    BigDecimal discount,
    BigDecimal freight,
    BigDecimal insurance) {

  /** The amounts of a consignment. */
  public static Amounts of(Consignment consignment) {
    int decimals = new Money(BigDecimal.ZERO, consignment.currency()).decimals();
    List<BigDecimal> lines =
        consignment.lines().stream()
            .map(line -> rounded(line.quantity().multiply(line.unitPrice()), decimals))
            .toList();
    return new Amounts(
        decimals,
        lines,
        lines.stream().reduce(rounded(BigDecimal.ZERO, decimals), BigDecimal::add),
        rounded(consignment.discount(), decimals),
        rounded(consignment.freight(), decimals),
        rounded(consignment.insurance(), decimals));
  }

  /** Goods less discount: the value free on board. */
  public BigDecimal fob() {
    return goods.subtract(discount);
  }

  /** With freight and insurance: what is to be paid, and the value for customs. */
  public BigDecimal cif() {
    return fob().add(freight).add(insurance);
  }

  /** Each line's share of the discount, by value. */
  public List<BigDecimal> discounts() {
    return shares(discount);
  }

  /** Each line's share of the freight, by value. */
  public List<BigDecimal> freights() {
    return shares(freight);
  }

  /** Each line's share of the insurance, by value. */
  public List<BigDecimal> insurances() {
    return shares(insurance);
  }

  /** Each line's value free on board. */
  public List<BigDecimal> fobs() {
    return sum(lines, discounts(), false);
  }

  /** Each line's value with freight and insurance. */
  public List<BigDecimal> cifs() {
    return sum(sum(fobs(), freights(), true), insurances(), true);
  }

  private static List<BigDecimal> sum(List<BigDecimal> a, List<BigDecimal> b, boolean plus) {
    return IntStream.range(0, a.size())
        .mapToObj(i -> plus ? a.get(i).add(b.get(i)) : a.get(i).subtract(b.get(i)))
        .toList();
  }

  /** Rounds down, then gives what is left over to the lines that lost most, the first first. */
  private List<BigDecimal> shares(BigDecimal whole) {
    BigDecimal cent = BigDecimal.ONE.movePointLeft(decimals);
    boolean free = goods.signum() == 0;
    BigDecimal all = free ? BigDecimal.valueOf(lines.size()) : goods;
    List<BigDecimal> shares = new ArrayList<>();
    List<BigDecimal> lost = new ArrayList<>();
    BigDecimal left = whole;
    for (BigDecimal line : lines) {
      BigDecimal product = whole.multiply(free ? BigDecimal.ONE : line);
      BigDecimal share = product.divide(all, decimals, RoundingMode.DOWN);
      shares.add(share);
      // Compared as whole numbers: no quotient is cut here.
      lost.add(product.subtract(share.multiply(all)));
      left = left.subtract(share);
    }
    List<Integer> order =
        IntStream.range(0, lines.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> lost.get(i)).reversed())
            .toList();
    for (int i = 0; left.signum() > 0; i++) {
      int line = order.get(i % order.size());
      shares.set(line, shares.get(line).add(cent));
      left = left.subtract(cent);
    }
    return List.copyOf(shares);
  }

  /** Rounded half up. */
  public static BigDecimal rounded(BigDecimal amount, int decimals) {
    return amount.setScale(decimals, RoundingMode.HALF_UP);
  }

  /** The same number without needless zeros, so that equal numbers are also written alike. */
  public static BigDecimal tidy(BigDecimal number, int decimals) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < decimals ? shortest.setScale(decimals) : shortest;
  }
}
