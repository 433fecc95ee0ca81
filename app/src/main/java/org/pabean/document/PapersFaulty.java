package org.pabean.document;

import java.util.List;
import org.pabean.consignment.PaperFault;

/** A shipment whose record does not agree with itself, so that no paper of it is issued. */
public final class PapersFaulty extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<PaperFault> faults;

  PapersFaulty(List<PaperFault> faults) {
    super("no paper is issued while the record does not agree with itself: " + faults.get(0));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, and where it is mended. */
  public List<PaperFault> faults() {
    return faults;
  }
}
