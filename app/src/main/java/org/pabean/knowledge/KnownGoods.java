package org.pabean.knowledge;

import java.util.UUID;
import org.pabean.assess.Precedent;

/**
 * Goods that a person decided, and how.
 *
 * @param itemId the item decided
 * @param title the goods, as their seller called them then
 * @param destination where they went
 * @param precedent the decision as it is in force
 * @param strength how much it weighs
 */
public record KnownGoods(
    UUID itemId, String title, String destination, Precedent precedent, Strength strength) {}
