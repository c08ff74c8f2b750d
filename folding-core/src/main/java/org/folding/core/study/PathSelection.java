package org.folding.core.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.folding.api.InvalidInputException;

/**
 * Between which images of the test set a study walks.
 *
 * @param kind how they are chosen
 * @param number the number that goes with the kind; 0 for {@link Kind#ALL}
 * @param seed what a sample derives from
 */
public record PathSelection(Kind kind, long number, long seed) {

  /** How paths are chosen. */
  public enum Kind {
    /** Every ordered pair of images. */
    ALL("all"),
    /** Every ordered pair among the first images of each class. */
    FIRST("first"),
    /** Pairs drawn at random, the same number for each ordered pair of classes. */
    SAMPLE("sample");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /**
     * @return the word that users read
     */
    public String word() {
      return word;
    }
  }

  /** Checks the number. */
  public PathSelection {
    if (kind != Kind.ALL && number < 1) {
      throw new InvalidInputException(
          (kind == Kind.FIRST
                  ? "the number of images of each class is "
                  : "the number of lines for each pair of classes is ")
              + number
              + " but must be 1 or more");
    }
  }

  /** The options of the path generator {@code line}. */
  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("between", "classes");
    if (kind == Kind.FIRST) {
      options.put("per-class", Long.toString(number));
    } else if (kind == Kind.SAMPLE) {
      options.put("per-pair", Long.toString(number));
    }
    return options;
  }

  boolean sampled() {
    return kind == Kind.SAMPLE;
  }
}
