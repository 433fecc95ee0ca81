package org.pabean.consignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim to the lower duty of an agreement.
 *
 * @param agreement which
 * @param certificate number of the certificate, once there is one; may be empty
 * @param issued the day of the certificate; null before
 * @param producer who made the goods, if not the consignor; null if it is
 * @param accumulation whether parts from other members count as own
 * @param partialCumulation whether parts of 20 to 40 % count in part
 * @param backToBack whether it rests on an earlier certificate of another member
 * @param thirdCountryInvoicing whether somebody outside the exporting country sends the invoice
 * @param exhibition whether the goods were shown at a fair on the way
 * @param deMinimis whether a small part that does not qualify is passed over
 * @param invoicer who sends the invoice, if a third country's
 */
public record Preference(
    Agreement agreement,
    String certificate,
    @Nullable LocalDate issued,
    @Nullable Party producer,
    boolean accumulation,
    boolean partialCumulation,
    boolean backToBack,
    boolean thirdCountryInvoicing,
    boolean exhibition,
    boolean deMinimis,
    String invoicer) {

  /** The agreements. */
  public enum Agreement {
    /** ASEAN Trade in Goods Agreement: Form D. */
    ATIGA,
    /** Regional Comprehensive Economic Partnership. */
    RCEP
  }

  /** Checks that there is an agreement. */
  public Preference {
    certificate = Texts.orEmpty(certificate);
    invoicer = Texts.orEmpty(invoicer);
    if (agreement == null) {
      throw new IllegalArgumentException("a preference needs an agreement: ATIGA or RCEP");
    }
  }
}
