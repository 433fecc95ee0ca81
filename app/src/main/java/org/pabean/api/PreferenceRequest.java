package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Party;
import org.pabean.consignment.Preference;

/** A claim to the lower duty of an agreement, as a client sends it. */
@Schema(name = "Preference", requiredProperties = "agreement")
record PreferenceRequest(
    Preference.@Nullable Agreement agreement,
    @Schema(description = "Its number, once there is one.") @Nullable String certificate,
    @Schema(format = "date") @Nullable String issued,
    @Schema(description = "Who made the goods, if not the consignor.")
        ShipmentRequest.@Nullable PartyRequest producer,
    @Nullable Boolean accumulation,
    @Nullable Boolean partialCumulation,
    @Nullable Boolean backToBack,
    @Nullable Boolean thirdCountryInvoicing,
    @Nullable Boolean exhibition,
    @Nullable Boolean deMinimis,
    @Schema(description = "Who sends the invoice, if somebody in a third country does.")
        @Nullable String invoicer) {

  Preference toPreference() {
    String at = "preference.";
    @Nullable Party maker = producer == null ? null : producer.toParty(at + "producer.");
    return new Preference(
        Door.present(at + "agreement", agreement, "name ATIGA or RCEP"),
        Door.text(at + "certificate", certificate, Door.SHORT),
        Door.date(at + "issued", issued),
        maker,
        isTrue(accumulation),
        isTrue(partialCumulation),
        isTrue(backToBack),
        isTrue(thirdCountryInvoicing),
        isTrue(exhibition),
        isTrue(deMinimis),
        Door.text(at + "invoicer", invoicer, Door.SHORT));
  }

  private static boolean isTrue(@Nullable Boolean said) {
    return said != null && said;
  }
}
