package org.pabean.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pabean.classify.Candidate;
import org.pabean.classify.Evidence;
import org.pabean.review.ReviewTask;
import org.pabean.screening.Finding;

/**
 * A ground that a decision is picked to rest on, with the reason that goes with it unless the
 * person writes another.
 *
 * @param kind which answers it is for
 * @param text the ground, as the decision keeps it
 * @param rationale the reason that goes with it
 */
record LegalBasis(Kind kind, String text, String rationale) {

  /** Which answers a ground is for. */
  enum Kind {
    /** A code is right: accept or reclassify. */
    CODE,
    /** The goods may not be imported. */
    PROHIBIT,
    /** A lead must decide. */
    ESCALATE
  }

  /** Which button leads to this ground, on the page. */
  public String kindName() {
    return kind.name();
  }

  private static final int NOTES = 2;
  private static final List<LegalBasis> RULES =
      List.of(
          code(
              "GIR 1: terms of the heading and notes",
              "The terms of the heading and the notes cover the goods as they are described."),
          code(
              "GIR 6: subheadings compared",
              "Within the heading, the terms of this subheading fit the goods; no other of its"
                  + " level does."),
          code(
              "GIR 3 (a): the more specific heading",
              "Several headings come into question; this one describes the goods most closely."),
          code(
              "GIR 3 (b): essential character",
              "The goods are mixed or a set; what gives them their character belongs here."),
          code(
              "GIR 3 (c): the last heading in order",
              "Several headings merit the same regard; this is the last of them in order."),
          code(
              "GIR 2 (a): incomplete or unassembled goods",
              "Incomplete or unassembled, the goods have the character of the complete article."),
          code(
              "GIR 2 (b): mixtures and materials",
              "A mixture or article of several materials, classified as the stated material."),
          code(
              "GIR 4: goods most akin",
              "No heading describes the goods; these are the goods to which they are most akin."),
          code(
              "GIR 5: cases and packing",
              "A case or packing that is classified with the goods it is made for."),
          code(
              "Ruling of an authority",
              "An authority has ruled so for the same goods; the ruling is named beside the"
                  + " basis."));

  private static LegalBasis code(String text, String rationale) {
    return new LegalBasis(Kind.CODE, text, rationale);
  }

  /** The grounds that one task offers, those that speak of its own goods first. */
  static List<LegalBasis> of(ReviewTask task, ItemView item) {
    Map<String, LegalBasis> bases = new LinkedHashMap<>();
    notes(item).forEach(basis -> bases.putIfAbsent(basis.text(), basis));
    RULES.forEach(basis -> bases.putIfAbsent(basis.text(), basis));
    item.open().forEach(reason -> prohibiting(reason.finding()).forEach(bases::put));
    bases.put(
        "Import not permitted",
        new LegalBasis(
            Kind.PROHIBIT,
            "Import not permitted",
            "The goods may not be imported into the destination; the law is named beside the"
                + " basis."));
    if (!task.forLead()) {
      escalating().forEach(basis -> bases.put(basis.text(), basis));
    }
    return List.copyOf(bases.values());
  }

  /** The reason that goes with a ground; empty if it is none of these. */
  static String rationale(List<LegalBasis> bases, String text) {
    return bases.stream()
        .filter(basis -> basis.text().equals(text))
        .map(LegalBasis::rationale)
        .findFirst()
        .orElse("");
  }

  /** General Rule 1 with the notes that the machine found to decide between the suggestions. */
  private static List<LegalBasis> notes(ItemView item) {
    List<LegalBasis> notes = new ArrayList<>();
    for (Candidate candidate : item.item().assessment().candidates()) {
      for (Evidence evidence : candidate.evidence()) {
        int colon = evidence.text().indexOf(": ");
        boolean isNote =
            evidence.kind() == Evidence.Kind.NOTE_FOR
                || evidence.kind() == Evidence.Kind.NOTE_AGAINST;
        if (isNote && colon > 0) {
          notes.add(code("GIR 1 + " + evidence.text().substring(0, colon), evidence.text()));
        }
      }
    }
    return notes.stream().distinct().limit(NOTES).toList();
  }

  private static Map<String, LegalBasis> prohibiting(Finding finding) {
    String law = finding.instrument();
    return law.isEmpty()
        ? Map.of()
        : Map.of(
            law,
            new LegalBasis(
                Kind.PROHIBIT,
                law,
                "%s No permit or exemption was shown.".formatted(finding.reason())));
  }

  private static List<LegalBasis> escalating() {
    return List.of(
        new LegalBasis(
            Kind.ESCALATE,
            "Sources contradict each other",
            "Notes, rulings or earlier decisions lead to different codes; a lead should settle"
                + " it."),
        new LegalBasis(
            Kind.ESCALATE,
            "Permit or licence to be judged",
            "The goods may need a permit or licence; whether one suffices is a lead's to say."),
        new LegalBasis(
            Kind.ESCALATE,
            "High value or risk",
            "A wrong code would cost much here; a lead should look at it."));
  }
}
