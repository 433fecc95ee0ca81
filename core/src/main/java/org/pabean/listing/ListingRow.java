package org.pabean.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One listing read from a file.
 *
 * @param line the line (or sheet row) where it begins, the header being 1
 * @param listing the goods
 * @param destination ISO country from the row's own column; empty if the file has none
 * @param asOf the row's own as-of date, if it has one
 */
public record ListingRow(
    long line, Listing listing, String destination, @Nullable LocalDate asOf) {}
