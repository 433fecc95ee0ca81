package org.pabean.document;

import java.util.List;
import org.pabean.consignment.PaperFault;

/**
 * What came of issuing the papers of a shipment.
 *
 * @param documents those in force, whether new or unchanged
 * @param faults why others could not be issued; empty if all are
 * @param notes what must be known besides
 */
public record IssuedPapers(
    List<IssuedDocument> documents, List<PaperFault> faults, List<String> notes) {

  /** Copies the lists. */
  public IssuedPapers {
    documents = List.copyOf(documents);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }
}
