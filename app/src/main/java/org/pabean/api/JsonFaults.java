package org.pabean.api;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body that cannot be read, in words that show nothing of the inside. */
final class JsonFaults {

  private static final Map<Class<?>, String> KINDS =
      Map.of(
          String.class, "a text",
          BigDecimal.class, "a number",
          Integer.class, "a whole number",
          Long.class, "a whole number",
          List.class, "an array",
          ListingsRequest.class, "a listing or an array of listings");

  private JsonFaults() {}

  static Problem problem(Throwable cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      String field = path(unknown);
      return Problem.of(
              HttpStatus.BAD_REQUEST,
              "unknown-field",
              "%s: there is no such field; remove it or correct its name".formatted(field))
          .atField(field);
    }
    if (cause instanceof ValueInstantiationException refused
        && refused.getCause() instanceof IllegalArgumentException reason) {
      String field = path(refused);
      return Problem.of(
              HttpStatus.BAD_REQUEST, "bad-value", "%s: %s".formatted(field, reason.getMessage()))
          .atField(field);
    }
    if (cause instanceof MismatchedInputException mismatch) {
      return badValue(mismatch, mismatch.getTargetType());
    }
    if (cause instanceof InputCoercionException coercion) {
      return badValue(coercion, coercion.getTargetType());
    }
    if (cause instanceof JacksonException fault) {
      return badJson("the body is not valid JSON" + at(fault));
    }
    return badJson("the request has no readable body: send JSON");
  }

  private static Problem badValue(JacksonException fault, @Nullable Class<?> wanted) {
    String field = path(fault);
    String kind = kind(wanted);
    if (field.isEmpty()) {
      return badJson("the body must be %s%s".formatted(kind, at(fault)));
    }
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "bad-value",
            "%s: must be %s%s".formatted(field, kind, at(fault)))
        .atField(field);
  }

  private static String kind(@Nullable Class<?> wanted) {
    if (wanted == null) {
      return "an object";
    }
    Object[] choices = wanted.getEnumConstants();
    return choices == null
        ? KINDS.getOrDefault(wanted, "an object")
        : "one of " + Arrays.stream(choices).map(String::valueOf).collect(joining(", "));
  }

  private static Problem badJson(String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, "bad-json", detail);
  }

  private static String at(JacksonException fault) {
    TokenStreamLocation location = fault.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** The place of the fault as {@code [3].price.amount}. */
  private static String path(JacksonException fault) {
    var path = new StringBuilder();
    for (JacksonException.Reference step : fault.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
