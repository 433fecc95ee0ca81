package org.pabean.cli;

import org.pabean.assess.Assessment;
import org.pabean.listing.ListingRow;

/**
 * One row of a file, assessed for one destination.
 *
 * @param row the row
 * @param assessment what the machine says
 */
record AssessedRow(ListingRow row, Assessment assessment) {}
