package org.pabean.screening;

import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping in a YAML file that remembers where it stands, so that every fault names its line. */
final class YamlSection {

  private final String file;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlSection(String file, MappingNode node) {
    this.file = file;
    this.node = node;
    for (NodeTuple tuple : node.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (values.put(key, tuple.getValueNode()) != null) {
        throw fault(tuple.getKeyNode(), "'%s' stands twice".formatted(key));
      }
    }
  }

  static YamlSection read(String file, Reader reader) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (root instanceof MappingNode mapping) {
        return new YamlSection(file, mapping);
      }
      throw new InvalidRulePack(file, "is not a YAML mapping of keys and values");
    } catch (MarkedYAMLException e) {
      throw new InvalidRulePack(file, String.valueOf(e.getMessage()));
    }
  }

  /** Refuses keys that nobody reads: they are misspelt ones. */
  void allow(Set<String> keys) {
    for (NodeTuple tuple : node.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (!keys.contains(key)) {
        throw fault(
            tuple.getKeyNode(), "'%s' is not a key here; known are %s".formatted(key, keys));
      }
    }
  }

  String text(String key) {
    String text = text(key, "");
    if (text.isBlank()) {
      throw fault(node, "'%s' is missing".formatted(key));
    }
    return text;
  }

  String text(String key, String otherwise) {
    Node value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw fault(value, "'%s' must be a text".formatted(key));
  }

  /** Whether a switch is on; it is off where nothing is said. */
  boolean isTrue(String key) {
    String text = text(key, "false");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault(key, "'%s' must be true or false".formatted(text));
    };
  }

  @Nullable LocalDate date(String key) {
    String text = text(key, "");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw fault(node, "'%s: %s' is not a date; write 2026-11-24".formatted(key, text));
    }
  }

  YamlSection section(String key) {
    Node value = values.get(key);
    if (value instanceof MappingNode mapping) {
      return new YamlSection(file, mapping);
    }
    throw fault(value == null ? node : value, "'%s' must be a mapping".formatted(key));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  boolean isText(String key) {
    return values.get(key) instanceof ScalarNode;
  }

  Set<String> keys() {
    return values.keySet();
  }

  List<YamlSection> sections(String key) {
    List<YamlSection> sections = new ArrayList<>();
    for (Node item : sequence(key)) {
      if (!(item instanceof MappingNode mapping)) {
        throw fault(item, "each of '%s' must be a mapping".formatted(key));
      }
      sections.add(new YamlSection(file, mapping));
    }
    return sections;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : sequence(key)) {
      if (!(item instanceof ScalarNode scalar)) {
        throw fault(item, "each of '%s' must be a text".formatted(key));
      }
      texts.add(scalar.getValue());
    }
    return texts;
  }

  InvalidRulePack fault(String key, String reason) {
    Node value = values.get(key);
    return fault(value == null ? node : value, reason);
  }

  private List<Node> sequence(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw fault(value, "'%s' must be a list".formatted(key));
  }

  /** Where a text begins in the file, for faults inside it. */
  Place place(String key) {
    Node value = values.get(key);
    if (!(value instanceof ScalarNode scalar)) {
      return new Place(file, node.getStartMark().getLine() + 1, 1, false);
    }
    int line = scalar.getStartMark().getLine() + 1;
    int column = scalar.getStartMark().getColumn() + 1;
    boolean oneLine = scalar.getStartMark().getLine() == scalar.getEndMark().getLine();
    return switch (scalar.getScalarStyle()) {
      case LITERAL -> new Place(file, line + 1, inside(key), true);
      case FOLDED -> new Place(file, line + 1, inside(key), false);
      case SINGLE_QUOTED, DOUBLE_QUOTED -> new Place(file, line, column + 1, oneLine);
      default -> new Place(file, line, column, oneLine);
    };
  }

  /** Where the lines of a block begin: two blanks further in than its key. */
  private int inside(String key) {
    return node.getValue().stream()
        .map(NodeTuple::getKeyNode)
        .filter(k -> k instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .mapToInt(k -> k.getStartMark().getColumn() + 3)
        .findFirst()
        .orElse(1);
  }

  private InvalidRulePack fault(Node at, String reason) {
    return new InvalidRulePack(file + " line " + (at.getStartMark().getLine() + 1), reason);
  }
}
