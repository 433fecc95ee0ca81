package org.pabean.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pabean.listing.Listing;
import org.pabean.text.NormalText;
import org.pabean.text.Words;
import org.pabean.text.Words.Word;

/**
 * The texts of a listing cut into words, once for all views.
 *
 * @param fields the texts in their order, the title first
 */
record ListingTokens(List<Field> fields) {

  private static final Set<String> LEADS_TO_ANOTHER_THING =
      Set.of(
          "for", "with", "untuk", "dengan", "cho", "kèm", "para", "ng", "สำหรับ", "พร้อม", "fits");

  private static final Pattern CATEGORY_STEP = Pattern.compile("\\s*[>»›|/]\\s*");
  private static final Pattern MATERIAL_KEY =
      Pattern.compile("material|fabric|composition|bahan|chất liệu|วัสดุ|材质|材料");
  private static final Pattern TYPE_KEY =
      Pattern.compile("type|product|item|jenis|loại|ประเภท|类型|品类");
  // Attributes of a part or of the look, which mislead as to what the whole thing is.
  private static final Pattern SAYS_LITTLE =
      Pattern.compile(
          "lining|insole|outsole|inlay|inside|base|handle|strap|pattern|closure|setting|clasp|heel"
              + "|fit|waist|sleeve|neck|collar|plug|package|packing|certificate|battery|version|unit"
              + "|wholesale|season|occasion|brand|model|origin|color|colour|number|measurement");

  /**
   * One text.
   *
   * @param text where it stands and what it says
   * @param kind what such a text tells
   * @param normal what of it was cut into words, made comparable
   * @param words its words
   */
  record Field(Listing.Text text, Kind kind, NormalText normal, List<Word> words) {}

  /** What a text tells of the goods. */
  enum Kind {
    /** What the shop shows first. */
    TITLE,
    /** The longer text. */
    DESCRIPTION,
    /** Where the shop sorts it. */
    CATEGORY,
    /** What it is made of. */
    MATERIAL,
    /**
     * What kind of thing it is: the last step of the category path, or an attribute that says so.
     */
    TYPE,
    /** Anything else, most of it noise. */
    OTHER
  }

  static ListingTokens of(Listing listing) {
    List<Field> fields = new ArrayList<>();
    for (Listing.Text text : listing.texts()) {
      Kind kind = kind(text);
      fields.add(field(text, kind, text.text()));
      if (kind == Kind.CATEGORY) {
        String[] steps = CATEGORY_STEP.split(text.text());
        fields.add(field(text, Kind.TYPE, steps[steps.length - 1]));
      }
    }
    return new ListingTokens(List.copyOf(fields));
  }

  private static Field field(Listing.Text text, Kind kind, String words) {
    NormalText normal = NormalText.of(words);
    return new Field(text, kind, normal, Words.of(normal));
  }

  /** Whether the words after this one name what the goods go with: "case for phone". */
  static boolean leadsToAnotherThing(Word word) {
    return LEADS_TO_ANOTHER_THING.contains(word.text());
  }

  private static Kind kind(Listing.Text text) {
    return switch (text.name()) {
      case "title" -> Kind.TITLE;
      case "material" -> Kind.MATERIAL;
      case "category" -> Kind.CATEGORY;
      case "use" -> Kind.TYPE;
      case "description" -> Kind.DESCRIPTION;
      case "condition" -> Kind.OTHER;
      default -> ofAttribute(NormalText.of(text.key()).text());
    };
  }

  private static Kind ofAttribute(String key) {
    if (SAYS_LITTLE.matcher(key).find()) {
      return Kind.OTHER;
    }
    if (MATERIAL_KEY.matcher(key).find()) {
      return Kind.MATERIAL;
    }
    return TYPE_KEY.matcher(key).find() ? Kind.TYPE : Kind.OTHER;
  }
}
