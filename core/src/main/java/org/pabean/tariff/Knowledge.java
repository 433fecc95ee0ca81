package org.pabean.tariff;

import java.util.List;

/**
 * All that the program knows of goods and their codes.
 *
 * @param hs the Harmonized System
 * @param ahtn the same with the lines of ASEAN
 * @param names everyday names of goods
 * @param questions what separates the codes of a name
 * @param examples listings with their code
 * @param notes what decides where goods belong
 */
public record Knowledge(
    Nomenclature hs,
    Nomenclature ahtn,
    List<GoodsName> names,
    List<GoodsQuestion> questions,
    List<ExampleListing> examples,
    List<LegalNote> notes) {

  /** Copies the lists. */
  public Knowledge {
    names = List.copyOf(names);
    questions = List.copyOf(questions);
    examples = List.copyOf(examples);
    notes = List.copyOf(notes);
  }

  /** Reads what comes with the program. */
  public static Knowledge builtIn() {
    GoodsIndex goods = GoodsIndex.builtIn();
    return new Knowledge(
        Nomenclature.hs2022(),
        Nomenclature.ahtn2022(),
        goods.names(),
        goods.questions(),
        ExampleListings.builtIn().all(),
        LegalNotes.builtIn().all());
  }
}
