package org.pabean.listing;

/**
 * A row that is not a listing, and why.
 *
 * @param line the line (or sheet row) where it begins, the header being 1
 * @param column the column at fault; empty if it is the row as a whole
 * @param reason one sentence that says what is wrong and how to mend it
 * @param raw the beginning of the row as it stands in the file
 */
public record RejectedRow(long line, String column, String reason, String raw) {}
