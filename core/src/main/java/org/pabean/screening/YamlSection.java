package org.pabean.screening;

import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
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
      String key = key(tuple);
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
      Mark mark = e.getProblemMark();
      throw new InvalidRulePack(
          new PackFault(
              file,
              mark == null ? 0 : mark.getLine() + 1,
              mark == null ? 0 : mark.getColumn() + 1,
              "",
              "is not valid YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      throw new InvalidRulePack(file, "is not valid YAML: " + e.getMessage());
    }
  }

  private String key(NodeTuple tuple) {
    if (tuple.getKeyNode() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw fault(tuple.getKeyNode(), "a key must be a word");
  }

  /** Refuses keys that nobody reads: they are misspelt ones. */
  void allow(Set<String> keys) {
    for (NodeTuple tuple : node.getValue()) {
      String key = key(tuple);
      if (!keys.contains(key)) {
        throw fault(
            tuple.getKeyNode(),
            "'%s' is not a key here; known are %s.%s"
                .formatted(key, new TreeSet<>(keys), Nearest.hint("", key, keys)));
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

  /** A text that may be missing or be no text: for naming what is at fault. */
  String scalar(String key) {
    return values.get(key) instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
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
      throw fault(key, "'%s: %s' is not a date; write 2026-11-24".formatted(key, text));
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

  void refuse(String key, String reason) {
    throw fault(key, reason);
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

  /** Where it begins in the text, in code points. */
  int start() {
    return node.getStartMark().getIndex();
  }

  /** Where the next key begins, in code points; the end of the text behind the last key. */
  int endOf(String key, int lengthOfText) {
    Node value = values.get(key);
    int from = value == null ? start() : value.getStartMark().getIndex();
    return node.getValue().stream()
        .mapToInt(tuple -> tuple.getKeyNode().getStartMark().getIndex())
        .filter(at -> at > from)
        .min()
        .orElse(lengthOfText);
  }

  /** Where it begins in the file. */
  Place place() {
    Mark mark = node.getStartMark();
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1, false);
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
    Mark mark = at.getStartMark();
    return new InvalidRulePack(
        new PackFault(file, mark.getLine() + 1, mark.getColumn() + 1, "", reason));
  }
}
