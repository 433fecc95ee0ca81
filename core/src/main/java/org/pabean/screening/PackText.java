package org.pabean.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule pack as a person writes it.
 *
 * @param name of the file, for messages
 * @param yaml its text
 */
public record PackText(String name, String yaml) {

  /** The packs that come with the program. */
  public static List<PackText> builtIn() {
    return Screener.PACKS.stream().map(PackText::builtIn).toList();
  }

  private static PackText builtIn(String pack) {
    String resource = "rules/" + pack + ".yaml";
    try (InputStream in = PackText.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new PackText(pack + ".yaml", new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InvalidRulePack if it is no text
   */
  public static PackText read(Path file) throws IOException {
    try {
      return new PackText(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new InvalidRulePack(file.toString(), "is not text in UTF-8; save it as UTF-8");
    }
  }

  /**
   * The pack that the text describes. Whether its conditions and examples are right is seen when a
   * {@link Screener} takes it.
   *
   * @throws InvalidRulePack if the text is no pack
   */
  public RulePack pack() {
    return RulePackFile.pack(name, new StringReader(yaml));
  }

  /** The text of each rule by its id, to be compared with that of another version. */
  public Map<String, String> rules() {
    return RulePackFile.rules(name, yaml);
  }
}
