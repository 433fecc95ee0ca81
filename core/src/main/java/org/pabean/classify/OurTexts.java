package org.pabean.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.tariff.Entry;
import org.pabean.tariff.ExampleListing;
import org.pabean.tariff.ExampleListings;
import org.pabean.tariff.GoodsIndex;
import org.pabean.tariff.GoodsName;
import org.pabean.tariff.Nomenclature;

/** The project's own words as texts whose code is known: names, descriptions and examples. */
final class OurTexts {

  private static final float WITH_HEADING = 0.5f;

  private OurTexts() {}

  /** Names of goods and descriptions, to train on. */
  static List<LinearTrainer.Example> wordings(
      Nomenclature nomenclature, GoodsIndex goods, Subheadings subheadings) {
    List<LinearTrainer.Example> wordings = new ArrayList<>();
    for (GoodsName name : goods.names()) {
      wordings.add(
          new LinearTrainer.Example(
              features(name.name()), subheadings.number(name.code()), (float) name.share()));
    }
    wordings.addAll(descriptions(nomenclature, subheadings));
    return wordings;
  }

  /** Each description, alone and with that of its heading. */
  static List<LinearTrainer.Example> descriptions(
      Nomenclature nomenclature, Subheadings subheadings) {
    List<LinearTrainer.Example> descriptions = new ArrayList<>();
    for (Entry entry : nomenclature.atLevel(6)) {
      int number = subheadings.number(entry.code());
      String own = entry.description();
      String heading = nomenclature.find(entry.code().upTo(4)).map(Entry::description).orElse("");
      descriptions.add(new LinearTrainer.Example(features(own), number, 1));
      descriptions.add(
          new LinearTrainer.Example(features(own + ". " + heading), number, WITH_HEADING));
    }
    return descriptions;
  }

  /** The example listings, in the order of {@link ExampleListings}. */
  static List<Labelled> examples() {
    return ExampleListings.builtIn().all().stream().map(OurTexts::labelled).toList();
  }

  private static Labelled labelled(ExampleListing example) {
    var listing =
        new Listing.Builder()
            .with(Field.TITLE, example.title())
            .with(Field.CATEGORY, example.category())
            .with(Field.LANG, example.lang());
    example.attributes().forEach(listing::attribute);
    return new Labelled(listing.build(), example.code(), Set.of(), "examples");
  }

  static LinearTrainer.Example example(Labelled row, Subheadings subheadings) {
    return new LinearTrainer.Example(
        TextFeatures.of(ListingTokens.of(row.listing())), subheadings.number(row.code()), 1);
  }

  private static TextFeatures features(String title) {
    return TextFeatures.of(ListingTokens.of(Listing.ofTitle(title)));
  }
}
