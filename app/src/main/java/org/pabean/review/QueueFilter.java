package org.pabean.review;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks, and in what order.
 *
 * @param destination ISO country; empty for all
 * @param category a category among the reasons that hold the item; empty for all
 * @param part who must decide, and why
 * @param holder who has it
 * @param person only what this person holds or was given; null for all
 * @param overdue only those past their time
 * @param age only those held at least that long; null for all
 * @param worth only goods of about that price in dollars or more; null for all
 * @param seller the seller's name or log-in, or how the seller's number begins; empty for all
 * @param text words of the listing, all of which must be there; empty for all
 * @param order in which they come
 */
public record QueueFilter(
    String destination,
    String category,
    Part part,
    Holder holder,
    @Nullable UUID person,
    boolean overdue,
    @Nullable Duration age,
    @Nullable BigDecimal worth,
    String seller,
    String text,
    Order order) {

  /** All open tasks, the most urgent first. */
  public static final QueueFilter ALL =
      new QueueFilter("", "", Part.ALL, Holder.ANY, null, false, null, null, "", "", Order.DUE);

  /** Who must decide, and why. */
  public enum Part {
    /** Every task. */
    ALL,
    /** Held, and any specialist may decide. */
    REVIEW,
    /** The import is prohibited as far as known. */
    BLOCKED,
    /** Only a lead may decide: blocked or escalated. */
    LEAD
  }

  /** Who has a task. */
  public enum Holder {
    /** No matter who. */
    ANY,
    /** The person who asks holds it, or was given it. */
    MINE,
    /** Nobody holds it. */
    FREE,
    /** Nobody ever opened it. */
    NEW,
    /** Somebody holds it. */
    HELD,
    /** The seller was asked, and it is not offered to anybody until they answer or time is up. */
    ASKED
  }

  /** What comes first. */
  public enum Order {
    /** What is due soonest. */
    DUE,
    /** What is blocked, then regulated goods, then the dearest, then the oldest. */
    RISK
  }

  /** The same tasks, of one destination. */
  public QueueFilter to(String country) {
    return new QueueFilter(
        country, category, part, holder, person, overdue, age, worth, seller, text, order);
  }

  /** The same tasks, with one category among their reasons. */
  public QueueFilter because(String slug) {
    return new QueueFilter(
        destination, slug, part, holder, person, overdue, age, worth, seller, text, order);
  }

  /** The same tasks, as far as they stand like this. */
  public QueueFilter standing(Part newPart, Holder newHolder, boolean onlyOverdue) {
    return new QueueFilter(
        destination,
        category,
        newPart,
        newHolder,
        person,
        onlyOverdue,
        age,
        worth,
        seller,
        text,
        order);
  }

  /** The same tasks, as far as this person holds them or was given them. */
  public QueueFilter of(@Nullable UUID newPerson) {
    return new QueueFilter(
        destination, category, part, holder, newPerson, overdue, age, worth, seller, text, order);
  }

  /** The same tasks in another order. */
  public QueueFilter by(Order newOrder) {
    return new QueueFilter(
        destination, category, part, holder, person, overdue, age, worth, seller, text, newOrder);
  }
}
