package org.pabean.web;

import java.util.ArrayList;
import java.util.List;
import org.pabean.listing.ListingRow;
import org.pabean.listing.RejectedRow;
import org.pabean.listing.RowSink;

/** Counts the rows of a file and remembers the first of them. */
final class UploadReader implements RowSink {

  private static final int FIRST_ROWS = 10;
  private static final int FIRST_REJECTED = 20;

  private final List<ListingRow> rows = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private long listings;
  private long rejections;
  private long merged;

  @Override
  public void accepted(ListingRow row) {
    listings++;
    if (rows.size() < FIRST_ROWS) {
      rows.add(row);
    }
  }

  @Override
  public void rejected(RejectedRow row) {
    rejections++;
    if (rejected.size() < FIRST_REJECTED) {
      rejected.add(row);
    }
  }

  @Override
  public void merged(long line) {
    merged++;
  }

  List<ListingRow> firstRows() {
    return rows;
  }

  List<RejectedRow> firstRejected() {
    return rejected;
  }

  long listings() {
    return listings;
  }

  long rejections() {
    return rejections;
  }

  long mergedRows() {
    return merged;
  }
}
