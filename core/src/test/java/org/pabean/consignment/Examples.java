package org.pabean.consignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.pabean.tariff.Code;
import tools.jackson.databind.node.ObjectNode;

/** The shipments in examples/, as tests need them. */
final class Examples {

  static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  static final List<String> ALL = List.of("vn", "my", "th", "id", "ph", "sg-formal");

  private Examples() {}

  static ObjectNode tree(String name) {
    try {
      ObjectNode tree =
          ConsignmentFile.tree(
              Files.readAllBytes(Path.of("../examples/shipment-" + name + ".json")));
      tree.path("lines").forEach(line -> ((ObjectNode) line).remove("decided"));
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Consignment consignment(String name) {
    return ConsignmentFile.read(tree(name));
  }

  static Cleared cleared(String name) {
    return cleared(consignment(name));
  }

  /** All lines are final, with the six digits of the line that was chosen. */
  static Cleared cleared(Consignment said) {
    List<Cleared.Line> lines =
        said.lines().stream()
            .map(
                line -> {
                  Code chosen = Objects.requireNonNull(line.tariffLine());
                  return new Cleared.Line(chosen.upTo(6), null, List.of());
                })
            .toList();
    return new Cleared(said, lines, DAY, "INV-" + said.reference() + "-1");
  }
}
