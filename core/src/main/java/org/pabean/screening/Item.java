package org.pabean.screening;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.MaterialDoubt;
import org.pabean.listing.Listing;
import org.pabean.text.NormalText;

/**
 * What a condition may ask of a listing, its destination and its date. A signal is read when the
 * first condition asks for it: most listings need few. Not to be shared among threads.
 */
final class Item extends AbstractMap<String, Object> {

  /** A title is as a rule shorter; what is longer is read by the phrase lists alone. */
  private static final int LONGEST_TEXT = 2_000;

  /** What depends on where the goods go and when; all else is read once for all destinations. */
  static final Set<String> OF_THE_WAY = Set.of("destination", "date");

  private static final CelType TEXTS = ListType.create(SimpleType.STRING);
  private static final Map<String, Signal> SIGNALS = signals();

  /** The signals and their types, for the compiler of conditions. */
  static final ImmutableMap<String, CelType> TYPES = types();

  private final Reading reading;
  private final String destination;
  private final LocalDate date;

  Item(Reading reading, String destination, LocalDate date) {
    this.reading = reading;
    this.destination = destination;
    this.date = date;
  }

  private record Signal(CelType type, Function<Item, Object> read) {}

  @Override
  public @Nullable Object get(Object name) {
    Signal signal = SIGNALS.get(name);
    if (signal == null) {
      return null;
    }
    return OF_THE_WAY.contains(name)
        ? signal.read.apply(this)
        : reading.signals().computeIfAbsent((String) name, n -> signal.read.apply(this));
  }

  @Override
  public boolean containsKey(Object name) {
    return SIGNALS.containsKey(name);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>();
    SIGNALS.forEach((name, signal) -> all.put(name, signal.read.apply(this)));
    return all.entrySet();
  }

  private static Map<String, Signal> signals() {
    Map<String, Signal> all = new LinkedHashMap<>();
    ofWords(all);
    ofCodes(all);
    ofFacts(all);
    all.put("destination", new Signal(SimpleType.STRING, i -> i.destination));
    all.put("date", new Signal(SimpleType.STRING, i -> i.date.toString()));
    return all;
  }

  private static void ofWords(Map<String, Signal> all) {
    all.put("said", new Signal(TEXTS, i -> i.reading.saidLists()));
    all.put("title", text(Listing::title));
    all.put("material", text(Listing::material));
    all.put("use", text(Listing::use));
    all.put("disguised", new Signal(SimpleType.BOOL, i -> i.reading.isDisguised()));
    all.put("words", new Signal(SimpleType.INT, i -> (long) i.reading.tellingWords()));
    all.put("vague", new Signal(SimpleType.BOOL, i -> i.reading.isVague()));
  }

  private static void ofCodes(Map<String, Signal> all) {
    all.put("codes", new Signal(TEXTS, i -> i.reading.likelyCodes()));
    all.put("top", new Signal(SimpleType.STRING, i -> i.reading.top()));
    all.put("confidence", new Signal(SimpleType.DOUBLE, i -> i.reading.confidence()));
    all.put("margin", new Signal(SimpleType.DOUBLE, i -> i.reading.ranking().margin()));
    all.put("novelty", new Signal(SimpleType.DOUBLE, i -> i.reading.ranking().signs().novelty()));
    all.put(
        "material_open",
        new Signal(
            SimpleType.BOOL,
            i -> MaterialDoubt.builtIn().isOpen(i.listing(), i.reading.ranking())));
  }

  private static void ofFacts(Map<String, Signal> all) {
    all.put(
        "attributes",
        new Signal(
            MapType.create(SimpleType.STRING, SimpleType.STRING),
            i -> i.reading.attributes().values()));
    all.put("power", new Signal(SimpleType.STRING, i -> i.reading.attributes().power()));
    all.put("age_group", new Signal(SimpleType.INT, i -> i.reading.attributes().ageFrom()));
    all.put(
        "ingredients", new Signal(SimpleType.STRING, i -> i.reading.attributes().ingredients()));
    all.put(
        "condition",
        new Signal(SimpleType.STRING, i -> i.reading.attributes().condition(i.listing())));
    all.put("origin", new Signal(SimpleType.STRING, i -> i.listing().origin()));
    all.put("value", new Signal(SimpleType.DOUBLE, Item::value));
    all.put("currency", new Signal(SimpleType.STRING, Item::currency));
    all.put("weight_g", new Signal(SimpleType.DOUBLE, Item::grams));
    all.put("seller_decided", seller(SellerHistory::decided));
    all.put("seller_overturned", seller(SellerHistory::overturned));
    all.put("seller_prohibited", seller(SellerHistory::prohibited));
  }

  private static Signal text(Function<Listing, String> of) {
    return new Signal(SimpleType.STRING, i -> normal(of.apply(i.listing())));
  }

  private static Signal seller(Function<SellerHistory, Integer> of) {
    return new Signal(SimpleType.INT, i -> of.apply(i.reading.seller()).longValue());
  }

  private static String normal(String text) {
    boolean isLong = text.length() > LONGEST_TEXT;
    return NormalText.of(isLong ? text.substring(0, LONGEST_TEXT) : text).text();
  }

  private Listing listing() {
    return reading.listing();
  }

  private Object value() {
    return listing().knownPrice().map(p -> p.amount().doubleValue()).orElse(0.0);
  }

  private Object currency() {
    return listing().knownPrice().map(p -> p.currency()).orElse("");
  }

  private Object grams() {
    Integer grams = listing().weightGrams();
    return grams == null ? 0.0 : grams.doubleValue();
  }

  private static ImmutableMap<String, CelType> types() {
    var types = ImmutableMap.<String, CelType>builder();
    SIGNALS.forEach((name, signal) -> types.put(name, signal.type));
    return types.buildOrThrow();
  }
}
