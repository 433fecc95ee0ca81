package org.pabean.consignment;

/**
 * Why a paper cannot be filled, and where that is mended.
 *
 * @param form id of the form, such as {@code vn-ida}
 * @param field as the form names it; empty if it is about several
 * @param path of what must be entered in the record, such as {@code lines[2].tariffLine}
 * @param reason what is wrong, and how to mend it
 */
public record PaperFault(String form, String field, String path, String reason) {

  @Override
  public String toString() {
    String where = field.isEmpty() ? form : form + " " + field;
    return "%s: %s (%s)".formatted(where, reason, path);
  }
}
