package org.folding.api.metric;

/**
 * A place in texts where a value may be spoken of in words of its own. All are optional: where a
 * value says nothing, texts use general words and the name of its column. The examples are those of
 * space folding. Further places may be added.
 */
public enum Phrase {
  /**
   * What the number is, on axes and in sentences: "folding χ". The name of the column if absent.
   */
  LABEL,

  /** The same in little room, as in the head of a table: "χ". The label if absent. */
  SYMBOL,

  /** What is measured, after "Distribution of": "folding". The label if absent. */
  NOUN,

  /** What is measured, as the title of a page: "Space folding". The noun if absent. */
  TITLE,

  /**
   * What a path is whose number is not 0, an adjective: "folded". It is put after "most", too, so a
   * greater number must mean more of it.
   */
  NONZERO,

  /** What a path is whose number is 0, an adjective: "flat". */
  ZERO,

  /** What paths do whose number is not 0, a verb after "the paths": "fold". */
  VERB,

  /** The same of one path: "folds". Needed where there is a verb. */
  VERB_SINGULAR,

  /** What the verb means, of several paths: "along them at least one unit flips twice". */
  SOME,

  /** What it means that no path does so: "along none of them does a unit flip twice". */
  NONE,

  /**
   * What it means for a single path, after "so that": "part of its flips does not lead further away
   * from its start".
   */
  ONE,

  /** What it means that a single path does not: "no unit flips twice along it". */
  ONE_ZERO,

  /** A sentence beside the map of class pairs. */
  REMARK_ON_CLASSES,

  /** A sentence beside the chart of layers. */
  REMARK_ON_LAYERS
}
