package org.pabean.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;

/**
 * What became of one listing of an upload.
 *
 * @param line where it stands in the file
 * @param part where it went
 * @param sku the seller's number
 * @param title the goods
 * @param destination ISO country
 * @param itemId the item; null if it was rejected
 * @param code the code; null if none is known
 * @param reason why it is held or was rejected; empty if final
 */
record UploadLine(
    long line,
    Part part,
    String sku,
    String title,
    String destination,
    @Nullable UUID itemId,
    @Nullable Code code,
    String reason) {

  /** Where a row of a file goes. */
  enum Part {
    FINAL("Final"),
    HELD("Held"),
    BLOCKED("Blocked"),
    REJECTED("Rejected");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
