package org.pabean.classify;

import org.pabean.listing.Listing;

/**
 * Says which codes a listing may have and how sure it is. Implementations are safe to share among
 * threads and give the same answer for the same listing and version.
 */
public interface Classifier {

  /** Ranks the codes of a listing; an empty ranking means: nothing like anything known. */
  Ranking classify(Listing listing);

  /** Names the model and its figures, to be stored with each assessment. */
  String version();
}
