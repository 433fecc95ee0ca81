package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTests {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      for (String link : links(page)) {
        Path target = page.resolveSibling(link.replaceFirst("#.*", ""));
        if (!Files.exists(target)) {
          broken.add("%s: %s".formatted(ROOT.relativize(page), link));
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void theReadmeCanBeReadAtOnce() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(120);
  }

  @Test
  void picturesAreSmall() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      for (Path picture : files.filter(file -> file.toString().endsWith(".png")).toList()) {
        assertThat(Files.size(picture)).as(picture.toString()).isLessThan(200_000);
      }
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      pages.add(ROOT.resolve(name));
    }
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  private static List<String> links(Path page) throws IOException {
    Matcher matcher = LINK.matcher(Files.readString(page));
    return matcher
        .results()
        .map(result -> result.group(1))
        .filter(link -> !ELSEWHERE.matcher(link).matches())
        .toList();
  }
}
