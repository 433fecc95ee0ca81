package org.pabean.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Lane;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;

/**
 * One product for one destination, with the classification in force.
 *
 * @param id never changes
 * @param productId the product
 * @param sellerId whose product it is
 * @param listing the goods as last described
 * @param destination ISO country
 * @param state where it stands
 * @param lane who finalises or finalised it
 * @param code the code in force; null while nobody knows one
 * @param assessmentId names the assessment in force
 * @param assessment what the machine said last
 * @param version goes up with each change
 * @param updatedAt when it last changed
 */
public record Item(
    UUID id,
    UUID productId,
    UUID sellerId,
    Listing listing,
    String destination,
    ItemState state,
    Lane lane,
    @Nullable Code code,
    UUID assessmentId,
    Assessment assessment,
    long version,
    Instant updatedAt) {}
