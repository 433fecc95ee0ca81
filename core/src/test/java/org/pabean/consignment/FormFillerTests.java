package org.pabean.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pabean.consignment.FormField.Level;
import org.pabean.consignment.FormField.Need;
import org.pabean.consignment.FormField.Type;

/** Each field of each form, attacked: left out, too long, wrongly written, not in its list. */
class FormFillerTests {

  private static final Map<String, String> FILLED_FROM =
      Map.of("VN", "vn", "MY", "my", "TH", "th", "ID", "id", "PH", "ph", "SG", "sg-formal");

  @TestFactory
  Stream<DynamicTest> whatMayNotBeLeftOutIsMissed() {
    return fields()
        .filter(one -> one.field.need() == Need.MANDATORY || one.field.when() != null)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one + " left out",
                    () -> assertThat(one.faultsWith(null)).anyMatch(f -> f.contains("missing"))));
  }

  @TestFactory
  Stream<DynamicTest> whatIsTooLongIsNotCut() {
    return fields()
        .filter(one -> one.field.longest() > 0)
        .filter(one -> one.field.list() == null && one.field.type() != Type.DATE)
        .filter(one -> !one.field.from().equals("tariffLine"))
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one + " too long",
                    () ->
                        assertThat(one.faultsWith("9".repeat(one.field.longest() + 1)))
                            .anyMatch(fault -> fault.contains("longer than"))));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotInTheListIsRefused() {
    return fields()
        .filter(one -> one.field.list() != null)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one + " not in its list",
                    () -> assertThat(one.faultsWith("?")).anyMatch(f -> f.contains("list"))));
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenWronglyIsRefused() {
    return fields()
        .filter(one -> one.field.pattern() != null && one.field.type() != Type.DATE)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one + " written wrongly", () -> assertThat(one.faultsWith("?")).isNotEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> otherScriptsDoNotPassWhereOnlyAsciiDoes() {
    return fields()
        .filter(one -> one.field.type() == Type.ASCII)
        .filter(one -> one.field.list() == null && one.field.pattern() == null)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one + " in Vietnamese",
                    () -> assertThat(one.faultsWith("ế")).anyMatch(f -> f.contains("ASCII"))));
  }

  @TestFactory
  Stream<DynamicTest> noNumberIsRoundedInSilence() {
    return fields()
        .filter(one -> one.field.type() == Type.INTEGER || one.field.decimals() >= 0)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one + " with too many decimals",
                    () ->
                        assertThat(one.faultsWith("1.123456789"))
                            .anyMatch(fault -> fault.contains("decimals"))));
  }

  private static Stream<One> fields() {
    return FormTables.builtIn().all().stream()
        .flatMap(
            table ->
                table.fields().stream()
                    .filter(field -> field.constant() == null)
                    .map(field -> new One(table, field)));
  }

  /** A field of a form, and what is said of it when its value is another. */
  private record One(FormTable table, FormField field) {

    List<String> faultsWith(@Nullable String value) {
      Elements full =
          Elements.of(Examples.cleared(FILLED_FROM.getOrDefault(table.destination(), "my")));
      Map<String, Object> header = new LinkedHashMap<>(full.header());
      List<Map<String, Object>> lines = copies(full.lines());
      List<Map<String, Object>> packages = copies(full.packages());
      Map<String, Object> own =
          field.level() == Level.HEADER
              ? header
              : field.level() == Level.LINE ? lines.get(0) : packages.get(0);
      FormField.Condition when = field.when();
      if (when != null) {
        header.remove(when.element());
        own.remove(when.element());
        if (!when.negated()) {
          own.put(when.element(), when.values().isEmpty() ? "1" : when.values().get(0));
        }
      }
      if (value == null) {
        own.remove(field.from());
      } else {
        own.put(field.from(), value);
      }
      var filler = new FormFiller(table, new Elements(header, lines, packages));
      filler.fill();
      return filler.faults().stream()
          .filter(fault -> fault.field().equals(field.id()))
          .map(PaperFault::toString)
          .toList();
    }

    private static List<Map<String, Object>> copies(List<Map<String, Object>> maps) {
      List<Map<String, Object>> copies = new ArrayList<>();
      maps.forEach(map -> copies.add(new LinkedHashMap<>(map)));
      return copies;
    }

    @Override
    public String toString() {
      return table.id() + " " + field.id();
    }
  }
}
