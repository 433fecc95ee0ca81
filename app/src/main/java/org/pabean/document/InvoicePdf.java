package org.pabean.document;

import java.util.Map;

/** Sets an invoice as PDF. Equal invoices give equal files, byte for byte. */
class InvoicePdf {

  private final PdfPress press;

  InvoicePdf(PdfPress press) {
    this.press = press;
  }

  byte[] render(Invoice invoice) {
    return press.set("invoice", Map.of("invoice", InvoiceSheet.of(invoice)), invoice.date());
  }
}
