package org.pabean.consignment;

/** The sorts of papers. */
public enum PaperKind {
  /** Commercial invoice. */
  COMMERCIAL_INVOICE("Commercial invoice"),
  /** Packing list. */
  PACKING_LIST("Packing list"),
  /** CN22 or CN23. */
  POSTAL_DECLARATION("Postal customs declaration"),
  /** Certificate of origin: Form D or RCEP. */
  CERTIFICATE_OF_ORIGIN("Certificate of origin"),
  /** The destination's declaration, as a worksheet. */
  DECLARATION("Declaration worksheet");

  private final String label;

  PaperKind(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }
}
