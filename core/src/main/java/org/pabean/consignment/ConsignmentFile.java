package org.pabean.consignment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes a consignment as JSON; what may be left out, may be left out. */
public final class ConsignmentFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          // 8.50 stays 8.50: what was written is what is kept.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .changeDefaultVisibility(
              seen ->
                  seen.withVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
          .changeDefaultPropertyInclusion(
              of -> of.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  private ConsignmentFile() {}

  /**
   * Reads a file as a tree, to be looked at before it is read as a consignment.
   *
   * @throws IllegalArgumentException if it is not one object of JSON; the message says where
   */
  public static ObjectNode tree(byte[] file) {
    try {
      if (JSON.readTree(file) instanceof ObjectNode order) {
        return order;
      }
      throw new IllegalArgumentException("the file must hold one shipment in { }");
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the file is not JSON: line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    }
  }

  /**
   * Reads a consignment from a file.
   *
   * @throws IllegalArgumentException if it holds none; the message says where and why
   */
  public static Consignment read(byte[] file) {
    return read(tree(file));
  }

  /**
   * Reads a consignment.
   *
   * @throws IllegalArgumentException if it is none; the message says where and why
   */
  public static Consignment read(ObjectNode order) {
    require(order, "consignor", "");
    require(order, "consignee", "");
    JsonNode lines = order.path("lines");
    for (int i = 0; i < lines.size(); i++) {
      if (!(lines.get(i) instanceof ObjectNode line)) {
        throw new IllegalArgumentException("lines[%d] must be an object in { }".formatted(i + 1));
      }
      fill(require(line, "listing", "lines[%d].".formatted(i + 1)));
    }
    try {
      return JSON.treeToValue(order, Consignment.class);
    } catch (DatabindException e) {
      throw new IllegalArgumentException(sentence(e), e);
    }
  }

  /** The consignment as it is read again; what is empty is left out. */
  public static ObjectNode write(Consignment consignment) {
    return JSON.valueToTree(consignment);
  }

  /** A listing has all its texts, be they empty. */
  private static void fill(ObjectNode listing) {
    for (String text :
        new String[] {
          "sku",
          "title",
          "description",
          "category",
          "material",
          "use",
          "condition",
          "origin",
          "lang"
        }) {
      if (listing.path(text).isMissingNode() || listing.path(text).isNull()) {
        listing.put(text, "");
      }
    }
    listing.putIfAbsent("attributes", JSON.createObjectNode());
  }

  private static ObjectNode require(ObjectNode node, String field, String at) {
    if (node.path(field) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException(
        "'%s%s' is missing: give an object in { }".formatted(at, field));
  }

  /** Where in a file a value cannot be taken, and why. */
  public static String sentence(DatabindException e) {
    return where(e) + what(e);
  }

  private static String where(DatabindException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      @Nullable String field = step.getPropertyName();
      path.append(field == null ? "[%d]".formatted(step.getIndex() + 1) : "." + field);
    }
    return path.isEmpty() ? "" : "'%s': ".formatted(path.substring(path.charAt(0) == '.' ? 1 : 0));
  }

  private static String what(DatabindException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException) {
        return String.valueOf(cause.getMessage());
      }
    }
    return e.getOriginalMessage();
  }
}
