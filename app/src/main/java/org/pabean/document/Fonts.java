package org.pabean.document;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.LayoutProcessor;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xhtmlrenderer.pdf.ITextFontResolver;

/**
 * The fonts that come with the program, and which of them sets which character.
 *
 * <p>The renderer takes one font for a whole text and leaves out what that font does not hold, so a
 * text is cut into runs first.
 */
final class Fonts {

  private static final String FOLDER = "org/pabean/document/fonts/";
  private static final int UNKNOWN_LETTER = 0xFFFD;

  private final List<Family> families;

  private Fonts(List<Family> families) {
    this.families = families;
  }

  /** Characters that one font sets. */
  record Run(String family, String text) {}

  /** One design, in the weights that there are; the first file is the one asked for characters. */
  private record Family(String name, List<String> files, List<BaseFont> fonts) {

    static Family of(String name, String... files) throws IOException {
      List<BaseFont> fonts = new ArrayList<>();
      for (String file : files) {
        var font = BaseFont.createFont(FOLDER + file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        font.setSecureRandom(new AlwaysFirst());
        fonts.add(font);
      }
      return new Family(name, List.of(files), fonts);
    }

    boolean holds(int character) {
      return fonts.get(0).charExists(character);
    }
  }

  /** The fonts, the one for most texts first. */
  static Fonts load() {
    // Without it stacked marks, as in Thai, are drawn over each other.
    LayoutProcessor.enable();
    try {
      return new Fonts(
          List.of(
              Family.of("Noto Sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
              Family.of("Noto Sans Thai", "NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
              Family.of("Droid Sans Fallback", "DroidSansFallbackFull.ttf")));
    } catch (IOException e) {
      throw new UncheckedIOException("the fonts that come with the program cannot be read", e);
    } catch (DocumentException e) {
      throw new IllegalStateException("the fonts that come with the program are damaged", e);
    }
  }

  void addTo(ITextFontResolver resolver) {
    for (Family family : families) {
      for (int i = 0; i < family.files().size(); i++) {
        resolver.addFont(family.fonts().get(i), FOLDER + family.files().get(i), family.name());
      }
    }
  }

  /**
   * Cuts a text where the font changes. Pictures that no font holds are left out; a letter that
   * none holds is shown as �, for a reader must see that something is missing.
   */
  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    var pending = new StringBuilder();
    @Nullable Family current = null;
    // Composed letters are drawn better than letters with separate marks.
    for (int character : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
      int shown = Character.isWhitespace(character) ? ' ' : character;
      Optional<Family> family = familyOf(shown, current);
      if (isInvisible(shown) || (family.isEmpty() && isPicture(shown))) {
        continue;
      }
      Family next = family.orElse(families.get(0));
      if (current != null && !next.equals(current)) {
        runs.add(new Run(current.name(), pending.toString()));
        pending.setLength(0);
      }
      current = next;
      pending.appendCodePoint(family.isPresent() ? shown : UNKNOWN_LETTER);
    }
    if (current != null) {
      runs.add(new Run(current.name(), pending.toString()));
    }
    return runs;
  }

  private Optional<Family> familyOf(int character, @Nullable Family current) {
    // A mark belongs to the letter before it, whichever other fonts hold it too.
    if (isMark(character) && current != null && current.holds(character)) {
      return Optional.of(current);
    }
    return families.stream().filter(family -> family.holds(character)).findFirst();
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.FORMAT || type == Character.CONTROL;
  }

  /** Emoji, the marks that vary them, and what a shop's own font shows. */
  private static boolean isPicture(int character) {
    return isMark(character)
        || switch (Character.getType(character)) {
          case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.PRIVATE_USE -> true;
          default -> false;
        };
  }

  /** Gives the name of an embedded part of a font no chance: equal content makes an equal file. */
  private static final class AlwaysFirst extends SecureRandom {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    public double nextDouble() {
      return 0;
    }
  }
}
