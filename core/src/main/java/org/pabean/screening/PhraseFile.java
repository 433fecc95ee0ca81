package org.pabean.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads phrase lists from YAML; each fault names file and line. */
final class PhraseFile {

  private static final Set<String> LANGUAGES =
      Set.of("en", "id", "ms", "vi", "th", "fil", "zh", "km", "lo", "my");
  private static final Set<String> KEYS = new LinkedHashSet<>(LANGUAGES);

  static {
    KEYS.addAll(List.of("unless", "unless_near", "accessories"));
  }

  private PhraseFile() {}

  /** The lists of several resources; a name stands in one of them only. */
  static List<PhraseList> resources(List<String> resources) {
    Map<String, PhraseList> lists = new LinkedHashMap<>();
    for (String resource : resources) {
      try (Reader reader = open(resource)) {
        for (PhraseList list : read(resource, reader)) {
          if (lists.put(list.name(), list) != null) {
            throw new InvalidRulePack(
                resource, "the phrase list '%s' stands in another file".formatted(list.name()));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(lists.values());
  }

  static List<PhraseList> read(String file, Reader reader) {
    YamlSection root = YamlSection.read(file, reader);
    return root.keys().stream().map(name -> list(name, root.section(name))).toList();
  }

  private static PhraseList list(String name, YamlSection section) {
    section.allow(KEYS);
    List<String> phrases = new ArrayList<>();
    for (String key : section.keys()) {
      if (LANGUAGES.contains(key)) {
        phrases.addAll(section.texts(key));
      }
    }
    Set<String> near = new LinkedHashSet<>(section.texts("unless_near"));
    for (String context : near) {
      if (!Contexts.builtIn().names().contains(context)) {
        throw section.fault(
            "unless_near",
            "'%s' is no context of contexts.tsv; known are %s"
                .formatted(context, Contexts.builtIn().names()));
      }
    }
    return new PhraseList(
        name, phrases, section.texts("unless"), near, section.isTrue("accessories"));
  }

  private static Reader open(String resource) {
    @Nullable InputStream in = PhraseFile.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the resource %s is missing".formatted(resource));
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
