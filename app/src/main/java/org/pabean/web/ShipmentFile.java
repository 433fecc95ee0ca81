package org.pabean.web;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.pabean.consignment.ConsignmentFile;
import org.pabean.shipment.ShipmentOrder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a shipment from a JSON file; what may be left out, may be left out. */
@Component
class ShipmentFile {

  private static final List<String> ORDER =
      List.of(
          "reference", "destination", "consignor", "consignee", "incoterm", "place", "currency");
  private static final List<String> PARTY = List.of("name", "street", "city", "country");
  private static final List<String> PARTY_MORE = List.of("postcode", "email", "phone", "taxId");
  private static final List<String> LINE = List.of("listing", "quantity", "unit", "unitPrice");
  private static final List<String> LISTING_MORE =
      List.of("sku", "description", "category", "material", "use", "condition", "origin", "lang");

  private final JsonMapper json;

  ShipmentFile(JsonMapper json) {
    this.json = json;
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException if it is no shipment; the message says where and why
   */
  ShipmentOrder read(InputStream content) throws IOException {
    try {
      ObjectNode order = ConsignmentFile.tree(content.readAllBytes());
      require(order, "", ORDER);
      order.putIfAbsent("freight", json.getNodeFactory().numberNode(BigDecimal.ZERO));
      order.putIfAbsent("insurance", json.getNodeFactory().numberNode(BigDecimal.ZERO));
      fill(object(order, "consignor", ""), "consignor.", PARTY, PARTY_MORE);
      fill(object(order, "consignee", ""), "consignee.", PARTY, PARTY_MORE);
      lines(order);
      return json.treeToValue(order, ShipmentOrder.class);
    } catch (DatabindException e) {
      throw new IllegalArgumentException(ConsignmentFile.sentence(e), e);
    }
  }

  private void lines(ObjectNode order) {
    JsonNode lines = order.path("lines");
    if (!lines.isArray() || lines.isEmpty()) {
      throw new IllegalArgumentException("'lines' is missing: a shipment needs at least one line");
    }
    for (int i = 0; i < lines.size(); i++) {
      String at = "lines[%d]".formatted(i + 1);
      if (!(lines.get(i) instanceof ObjectNode line)) {
        throw new IllegalArgumentException(at + " must be an object in { }");
      }
      require(line, at + ".", LINE);
      ObjectNode listing = object(line, "listing", at + ".");
      fill(listing, at + ".listing.", List.of("title"), LISTING_MORE);
      listing.putIfAbsent("attributes", json.createObjectNode());
    }
  }

  private static void fill(ObjectNode node, String at, List<String> needed, List<String> more) {
    require(node, at, needed);
    for (String field : more) {
      if (node.path(field).isMissingNode() || node.path(field).isNull()) {
        node.put(field, "");
      }
    }
  }

  private static void require(ObjectNode node, String at, List<String> fields) {
    for (String field : fields) {
      if (node.path(field).isMissingNode() || node.path(field).isNull()) {
        throw new IllegalArgumentException("'%s%s' is missing".formatted(at, field));
      }
    }
  }

  private static ObjectNode object(ObjectNode node, String field, String at) {
    if (node.path(field) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("'%s%s' must be an object in { }".formatted(at, field));
  }
}
