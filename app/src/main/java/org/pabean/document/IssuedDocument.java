package org.pabean.document;

import java.time.Instant;
import java.util.UUID;
import org.pabean.consignment.PaperKind;

/**
 * A document that was issued, and never changes.
 *
 * @param id never changes
 * @param shipmentId the shipment
 * @param kind what sort of paper it is
 * @param form id of the form, such as {@code vn-ida}
 * @param title of the form
 * @param number as printed on it
 * @param version from 1; a later version supersedes the earlier ones
 * @param sha256 hash of the PDF, hexadecimal
 * @param issuedBy the person's name
 * @param issuedAt when
 */
public record IssuedDocument(
    UUID id,
    UUID shipmentId,
    PaperKind kind,
    String form,
    String title,
    String number,
    int version,
    String sha256,
    String issuedBy,
    Instant issuedAt) {}
