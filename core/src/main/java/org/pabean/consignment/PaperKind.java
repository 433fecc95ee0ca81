package org.pabean.consignment;

/** The sorts of papers. */
public enum PaperKind {
  /** Commercial invoice. */
  COMMERCIAL_INVOICE,
  /** Packing list. */
  PACKING_LIST,
  /** CN22 or CN23. */
  POSTAL_DECLARATION,
  /** Certificate of origin: Form D or RCEP. */
  CERTIFICATE_OF_ORIGIN,
  /** The destination's declaration, as a worksheet. */
  DECLARATION
}
