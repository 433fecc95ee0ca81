package org.pabean.classify;

/** What the ranker knows of one candidate; each view speaks through a few of them. */
enum Trait {
  /** Logarithm of the subheading's probability in the built-in linear view. */
  LINEAR,
  /** The same for the heading. */
  LINEAR_HEADING,
  /** The same for the chapter. */
  LINEAR_CHAPTER,
  /** Whether the linear view puts it first. */
  LINEAR_FIRST,
  /** Share of the index view's best scores. */
  INDEX_SHARE,
  /** Logarithm of the index view's score. */
  INDEX,
  /** Score as a share of the best score. */
  INDEX_OF_BEST,
  /** Whether the index view puts it first. */
  INDEX_FIRST,
  /** How much of its best name is said. */
  NAME_COVERAGE,
  /** Words of the longest name that stands whole in the title. */
  WHOLE_NAME,
  /** The share of goods so called that belong here. */
  NAME_SHARE,
  /** What its description adds, as a share of its score. */
  DESCRIPTION,
  /** Share of the index view's best scores within its heading. */
  INDEX_HEADING,
  /** The same for its chapter. */
  INDEX_CHAPTER,
  /** Share of the votes of the nearest examples. */
  NEAREST_SHARE,
  /** Likeness of the nearest example. */
  NEAREST,
  /** Share of those votes within its heading. */
  NEAREST_HEADING,
  /** Both listing and code name one material. */
  MATERIAL_AGREES,
  /** They name different ones. */
  MATERIAL_DIFFERS,
  /** The listing says what the code's description excludes. */
  EXCLUDED,
  /** A legal note speaks against it. */
  NOTE_AGAINST,
  /** A legal note speaks for it. */
  NOTE_FOR,
  /** Logarithm of the subheading's probability in the view of a seller's history. */
  HISTORY,
  /** The same for the heading. */
  HISTORY_HEADING,
  /** Share of the votes of the nearest rows of the history. */
  HISTORY_SHARE,
  /** Likeness of the nearest row. */
  HISTORY_NEAREST,
  /** Whether the history holds the code at all. */
  HISTORY_KNOWS;

  /** How many there are. */
  static final int COUNT = values().length;
}
