package org.pabean.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.FilledForm.Cell;
import org.pabean.consignment.FormField.CodeList;
import org.pabean.consignment.FormField.Level;
import org.pabean.consignment.FormField.Type;

/** Fills one form, and finds all that is missing, too long or not what the form takes. */
final class FormFiller {

  private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7E]*");

  private final FormTable table;
  private final Elements elements;
  private final List<PaperFault> faults = new ArrayList<>();

  FormFiller(FormTable table, Elements elements) {
    this.table = table;
    this.elements = elements;
  }

  /** What was found while the form was filled. */
  List<PaperFault> faults() {
    return List.copyOf(faults);
  }

  FilledForm fill() {
    List<List<Cell>> lines = new ArrayList<>();
    for (int i = 0; i < elements.lines().size(); i++) {
      lines.add(cells(Level.LINE, elements.lines().get(i), "lines[%d].".formatted(i + 1)));
    }
    List<List<Cell>> packages = new ArrayList<>();
    boolean packed = table.fields().stream().anyMatch(field -> field.level() == Level.PACKAGE);
    for (int i = 0; packed && i < elements.packages().size(); i++) {
      packages.add(
          cells(Level.PACKAGE, elements.packages().get(i), "packages[%d].".formatted(i + 1)));
    }
    if (table.most() > 0 && elements.lines().size() > table.most()) {
      refuse("", "lines", "the form takes %d lines; divide the shipment".formatted(table.most()));
    }
    return new FilledForm(
        table.id(),
        table.kind(),
        table.title(),
        String.valueOf(elements.header().get("destination")),
        notes(),
        cells(Level.HEADER, elements.header(), ""),
        lines,
        packages);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!table.note().isEmpty()) {
      notes.add(table.note());
    }
    if (!table.isVerified()) {
      notes.add(
          "Fields marked ° were not, or only partly, checked at a public specification:"
              + " compare them with the authority's current form.");
    }
    return notes;
  }

  private List<Cell> cells(Level level, Map<String, Object> values, String at) {
    return table.fields().stream()
        .filter(field -> field.level() == level)
        .map(field -> cell(field, values, at))
        .toList();
  }

  private Cell cell(FormField field, Map<String, Object> values, String at) {
    String path = at + Inputs.pathOf(field.from());
    String constant = field.constant();
    Object value = constant != null ? constant : values.get(field.from());
    String written = "";
    if (value == null) {
      if (field.isNeeded(values, elements.header())) {
        refuse(field.id(), path, "%s is missing".formatted(field.label()));
      }
    } else {
      written = written(field, value, path);
    }
    return new Cell(field.id(), field.label(), written, field.verified());
  }

  private String written(FormField field, Object value, String path) {
    return switch (field.type()) {
      case ASCII, TEXT -> text(field, String.valueOf(value), path);
      case DATE -> date(field, value);
      case INTEGER, DECIMAL -> number(field, new BigDecimal(String.valueOf(value)), path);
    };
  }

  private static String date(FormField field, Object value) {
    Pattern pattern = field.pattern();
    return pattern == null
        ? String.valueOf(value)
        : DateTimeFormatter.ofPattern(pattern.pattern()).format((LocalDate) value);
  }

  private String text(FormField field, String value, String path) {
    String code = coded(field, value, path);
    String what = "%s \"%s\"".formatted(field.label(), shortened(code));
    if (field.longest() > 0 && code.codePointCount(0, code.length()) > field.longest()) {
      refuse(field.id(), path, "%s is longer than %d characters".formatted(what, field.longest()));
    } else if (field.type() == Type.ASCII && !ASCII.matcher(code).matches()) {
      refuse(
          field.id(),
          path,
          "%s takes letters A to Z, digits and signs of ASCII only".formatted(what));
    } else if (field.from().equals("tariffLine") && !table.digits().contains(code.length())) {
      refuse(
          field.id(),
          path,
          "%s has %d digits, and %s digits are declared: choose the tariff line"
              .formatted(what, code.length(), table.digits()));
    } else if (field.pattern() != null && !field.pattern().matcher(code).matches()) {
      refuse(
          field.id(),
          path,
          "%s is not written as the form takes it: %s".formatted(what, field.pattern()));
    }
    return code;
  }

  private String coded(FormField field, String value, String path) {
    @Nullable CodeList list = field.list();
    if (list == null) {
      return value;
    }
    String code = list.byOurs().isEmpty() ? value : list.byOurs().get(value);
    if (code == null || !list.codes().containsKey(code)) {
      refuse(
          field.id(),
          path,
          "%s \"%s\" is not in the form's list: %s"
              .formatted(field.label(), shortened(value), list.codes().keySet()));
    }
    return Objects.requireNonNullElse(code, value);
  }

  private String number(FormField field, BigDecimal value, String path) {
    String what = "%s \"%s\"".formatted(field.label(), value.toPlainString());
    BigDecimal tidy = value.scale() < 0 ? value.setScale(0) : value;
    int decimals = field.type() == Type.INTEGER ? 0 : field.decimals();
    if (decimals >= 0 && tidy.stripTrailingZeros().scale() > decimals) {
      refuse(field.id(), path, "%s has more than %d decimals".formatted(what, decimals));
    }
    String written = tidy.toPlainString();
    if (field.longest() > 0 && written.length() > field.longest()) {
      refuse(field.id(), path, "%s is longer than %d characters".formatted(what, field.longest()));
    }
    return written;
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }

  private void refuse(String field, String path, String reason) {
    faults.add(new PaperFault(table.id(), field, path, reason));
  }
}
