package org.pabean.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Lane;
import org.pabean.assess.Objection;
import org.pabean.listing.GoodsKey;
import org.pabean.listing.Listing;
import org.pabean.record.ItemFact.Received;
import org.pabean.record.Journal;
import org.pabean.screening.Finding;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps products and items. Whoever holds an item must open a task in the same transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Catalogue {

  private final ItemTable table;
  private final Journal journal;

  Catalogue(ItemTable table, Journal journal) {
    this.table = table;
    this.journal = journal;
  }

  /**
   * Puts a listing and its assessment in force. The item is final if the lane is {@link Lane#AUTO},
   * else held.
   *
   * @param assessment asked for when the item is locked, so that no decision on it comes after
   */
  public Item record(
      Listing listing, String destination, Supplier<Assessment> assessment, Actor seller) {
    UUID product = table.putProduct(seller.id(), productKey(listing), listing);
    return putInForce(
        product, table.lockItem(product, destination), listing, destination, assessment, seller);
  }

  /**
   * Puts in force what is known of the same goods after their seller told more: the product stays
   * the same, also where nothing but its words names it.
   */
  public Item tellMore(UUID itemId, Listing told, Supplier<Assessment> assessment, Actor seller) {
    Item item = table.get(itemId);
    table.describe(item.productId(), told);
    return putInForce(item.productId(), itemId, told, item.destination(), assessment, seller);
  }

  /** Holds an item that was final: a person objects to it, and a person decides. */
  public Item object(UUID itemId, Finding objection) {
    return object(itemId, table.get(itemId).assessment(), objection);
  }

  /** Holds an item that was final, of which a fresh assessment says what follows. */
  public Item object(UUID itemId, Assessment said, Finding objection) {
    Item item = table.get(itemId);
    Assessment held = said.heldBy(objection);
    UUID assessmentId = table.insertAssessment(itemId, held);
    table.putItem(itemId, item.productId(), ItemState.HELD, assessmentId, held);
    Item recorded = table.get(itemId);
    ItemFacts.ofAssessment(recorded, true, table.hashOfAssessment(assessmentId))
        .forEach(journal::write);
    return recorded;
  }

  /** What a person objects stays until a person has decided, whatever comes in meanwhile. */
  private Assessment objected(UUID itemId, Assessment fresh) {
    Assessment inForce = fresh;
    Item item = table.find(itemId).orElse(null);
    if (item != null && item.state() == ItemState.HELD) {
      for (Finding finding : item.assessment().open()) {
        if (Objection.isOne(finding)) {
          inForce = inForce.heldBy(finding);
        }
      }
    }
    return inForce;
  }

  /** Items in the same words, to the same destination, that the machine gave the same code. */
  @Transactional(readOnly = true)
  public List<UUID> twins(Item item) {
    return table.twins(item);
  }

  private Item putInForce(
      UUID product,
      UUID item,
      Listing listing,
      String destination,
      Supplier<Assessment> assessment,
      Actor seller) {
    Assessment inForce = objected(item, assessment.get());
    boolean again = table.isAssessed(item);
    UUID assessmentId = table.insertAssessment(item, inForce);
    ItemState state = inForce.lane() == Lane.AUTO ? ItemState.FINAL : ItemState.HELD;
    table.putItem(item, product, state, assessmentId, inForce);
    Item recorded = table.get(item);
    journal.write(new Received(item, destination, inForce.asOf(), listing), seller);
    ItemFacts.ofAssessment(recorded, again, table.hashOfAssessment(assessmentId))
        .forEach(journal::write);
    return recorded;
  }

  /** Puts a person's decision in force on a held item. */
  public Item decide(UUID itemId, ItemState state, @Nullable Code code) {
    table.decide(itemId, state, code);
    return table.get(itemId);
  }

  /** Holds an item again, whose decision is withdrawn; its code is the machine's again. */
  public Item reopen(UUID itemId) {
    table.reopen(itemId, table.get(itemId).assessment().code());
    return table.get(itemId);
  }

  /** How many assessments rest on this precedent. */
  @Transactional(readOnly = true)
  public long countRelyingOn(String precedentId) {
    return table.countRelyingOn(precedentId);
  }

  /** The items with these ids, in no order. */
  @Transactional(readOnly = true)
  public List<Item> getAll(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : table.getAll(ids);
  }

  /**
   * All that the machine ever said about an item, the first first.
   *
   * @return none if the actor may not see it
   */
  @Transactional(readOnly = true)
  public List<KeptAssessment> assessments(UUID itemId, Actor actor) {
    return find(itemId, actor).isPresent() ? table.assessments(itemId) : List.of();
  }

  /** Locks an item until the transaction ends, so that nobody else changes it meanwhile. */
  public void lock(UUID itemId) {
    table.lock(itemId);
  }

  /** The item, if the actor may see it. */
  @Transactional(readOnly = true)
  public Optional<Item> find(UUID id, Actor actor) {
    return table.find(id).filter(item -> actor.maySee(item.sellerId()));
  }

  /** The item as it stands. */
  @Transactional(readOnly = true)
  public Item get(UUID id) {
    return table.get(id);
  }

  /**
   * The items that the actor may see, the last changed first.
   *
   * @param state only items in this state; null for all
   * @param limit how many at most
   */
  @Transactional(readOnly = true)
  public List<Item> list(Actor actor, @Nullable ItemState state, int limit) {
    return table.list(actor.is(Role.SPECIALIST) ? null : actor.id(), state, limit);
  }

  /**
   * One page of the items that the actor may see, the last changed first.
   *
   * @param group only items of this group; null for all
   * @param offset how many to leave out
   * @param limit how many at most
   */
  @Transactional(readOnly = true)
  public List<Item> page(Actor actor, @Nullable ItemGroup group, int offset, int limit) {
    return table.page(actor.is(Role.SPECIALIST) ? null : actor.id(), group, offset, limit);
  }

  /** How many items the actor may see in each state. */
  @Transactional(readOnly = true)
  public ItemCounts counts(Actor actor) {
    return table.counts(actor.is(Role.SPECIALIST) ? null : actor.id());
  }

  private static String productKey(Listing listing) {
    return listing.sku().isEmpty() ? "goods:" + GoodsKey.of(listing).hex() : listing.sku();
  }
}
