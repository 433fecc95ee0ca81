package org.pabean.consignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;

/**
 * A consignment in the names of the WCO Data Model, the same for every destination. Aligned with
 * its classes and elements, not checked against its schema.
 */
public final class WcoData {

  private WcoData() {}

  /** The declaration as nested maps, ready to be written as JSON. */
  public static Map<String, Object> of(Cleared cleared) {
    Consignment said = cleared.consignment();
    Amounts amounts = Amounts.of(said);
    Map<String, Object> declaration = new LinkedHashMap<>();
    put(declaration, "FunctionalReferenceID", said.reference());
    put(declaration, "IssueDateTime", cleared.date().toString());
    put(declaration, "InvoiceAmount", amount(amounts.cif(), said.currency()));
    put(declaration, "TotalGrossMassMeasure", kilograms(cleared.grossGrams()));
    if (!said.packages().isEmpty()) {
      int pieces = said.packages().stream().mapToInt(Pack::count).sum();
      put(declaration, "TotalPackageQuantity", pieces);
    }
    put(declaration, "Declarant", party(said.declarant()));
    put(declaration, "Exporter", party(said.consignor()));
    put(declaration, "GoodsShipment", shipment(cleared, amounts));
    return Map.of("Declaration", declaration);
  }

  private static Map<String, Object> shipment(Cleared cleared, Amounts amounts) {
    Consignment said = cleared.consignment();
    Map<String, Object> shipment = new LinkedHashMap<>();
    put(shipment, "ExportationCountryCode", said.consignor().country());
    put(shipment, "DestinationCountryCode", said.destination());
    put(shipment, "Consignor", party(said.consignor()));
    put(shipment, "Consignee", party(said.consignee()));
    Map<String, Object> terms = new LinkedHashMap<>();
    put(terms, "ConditionCode", said.incoterm());
    put(terms, "LocationName", said.place());
    put(shipment, "TradeTerms", terms);
    Map<String, Object> invoice = new LinkedHashMap<>();
    put(invoice, "ID", cleared.invoiceNumber());
    put(invoice, "IssueDateTime", cleared.date().toString());
    put(shipment, "Invoice", invoice);
    put(shipment, "Consignment", transport(said.transport()));
    Map<String, Object> valuation = new LinkedHashMap<>();
    put(valuation, "FreightChargeAmount", amount(amounts.freight(), said.currency()));
    put(valuation, "InsuranceChargeAmount", amount(amounts.insurance(), said.currency()));
    put(shipment, "CustomsValuation", valuation);
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < cleared.lines().size(); i++) {
      items.add(item(cleared, amounts, i));
    }
    put(shipment, "GovernmentAgencyGoodsItem", items);
    return shipment;
  }

  private static Map<String, Object> transport(Transport transport) {
    Map<String, Object> consignment = new LinkedHashMap<>();
    Map<String, Object> means = new LinkedHashMap<>();
    put(means, "ID", transport.vessel());
    put(means, "ModeCode", transport.mode() == null ? "" : transport.mode().name());
    put(consignment, "ArrivalTransportMeans", means);
    put(consignment, "Carrier", transport.carrier());
    put(consignment, "LoadingLocation", transport.loadingPort());
    put(consignment, "UnloadingLocation", transport.unloadingPort());
    List<Object> documents = new ArrayList<>();
    for (String number : List.of(transport.masterNumber(), transport.houseNumber())) {
      if (!number.isEmpty()) {
        documents.add(Map.of("ID", number));
      }
    }
    put(consignment, "TransportContractDocument", documents);
    return consignment;
  }

  private static Map<String, Object> item(Cleared cleared, Amounts amounts, int index) {
    Consignment.Line line = cleared.consignment().lines().get(index);
    String currency = cleared.consignment().currency();
    Code code = cleared.declared(index);
    Map<String, Object> commodity = new LinkedHashMap<>();
    put(commodity, "Description", line.listing().title());
    Map<String, Object> classification = new LinkedHashMap<>();
    put(classification, "ID", code.digits());
    put(classification, "IdentificationTypeCode", code.level() > 6 ? "SRZ" : "HS");
    put(commodity, "Classification", List.of(classification));
    put(
        commodity,
        "InvoiceLine",
        Map.of("ItemChargeAmount", amount(amounts.lines().get(index), currency)));
    Map<String, Object> measure = new LinkedHashMap<>();
    put(measure, "NetNetWeightMeasure", kilograms(line.netGrams()));
    put(measure, "TariffQuantity", measured(line.quantity(), "unitCode", line.unit()));
    Map<String, Object> item = new LinkedHashMap<>();
    put(item, "SequenceNumeric", index + 1);
    put(item, "CustomsValueAmount", amount(amounts.cifs().get(index), currency));
    put(item, "Commodity", commodity);
    put(item, "GoodsMeasure", measure);
    put(item, "Origin", Map.of("CountryCode", line.listing().origin()));
    put(item, "AdditionalDocument", line.permits().stream().map(WcoData::permit).toList());
    return item;
  }

  private static Map<String, Object> permit(Permit permit) {
    Map<String, Object> document = new LinkedHashMap<>();
    put(document, "TypeCode", permit.type());
    put(document, "ID", permit.number());
    put(document, "Issuer", permit.authority());
    return document;
  }

  private static @Nullable Map<String, Object> party(@Nullable Party party) {
    if (party == null) {
      return null;
    }
    Map<String, Object> address = new LinkedHashMap<>();
    put(address, "Line", party.street());
    put(address, "CityName", party.city());
    put(address, "CountrySubDivisionName", party.region());
    put(address, "PostcodeID", party.postcode());
    put(address, "CountryCode", party.country());
    Map<String, Object> said = new LinkedHashMap<>();
    put(said, "Name", party.name());
    put(said, "ID", party.taxId());
    put(said, "Address", address);
    return said;
  }

  private static Map<String, Object> amount(BigDecimal value, String currency) {
    return measured(value, "currencyID", currency);
  }

  private static @Nullable Map<String, Object> kilograms(@Nullable BigDecimal grams) {
    return grams == null ? null : measured(grams.movePointLeft(3), "unitCode", "KGM");
  }

  /** In a fixed order, for the same consignment gives the same file, byte for byte. */
  private static Map<String, Object> measured(BigDecimal value, String of, String code) {
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("value", value);
    measured.put(of, code);
    return measured;
  }

  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null && !value.equals("") && !value.equals(List.of())) {
      map.put(name, value);
    }
  }
}
