package org.pabean.web;

import java.time.Instant;
import java.util.Map;

/**
 * What became of a whole upload.
 *
 * @param finishedAt when the last row was stored
 * @param counts how many rows went where
 */
record UploadResult(Instant finishedAt, Map<UploadLine.Part, Long> counts) {

  public long count(UploadLine.Part part) {
    return counts.getOrDefault(part, 0L);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
