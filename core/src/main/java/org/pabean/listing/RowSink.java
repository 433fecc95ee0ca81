package org.pabean.listing;

/** Takes the rows of a listing file, in order. Each row of the file comes to exactly one method. */
public interface RowSink {

  /** A row that is a listing. */
  void accepted(ListingRow row);

  /** A row that is not, with line, column and reason. */
  void rejected(RejectedRow row);

  /**
   * A row that only carries on the listing above it, such as a further picture in a shop's export.
   *
   * @param line where it stands
   */
  void merged(long line);
}
