package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a headline came to, in a few sentences: in its own words, or else in general ones. */
final class HeadlineWords {
  private final RunValue headline;
  private final JsonNode numbers;
  private final long paths;

  /** On how many paths the number is defined. */
  private final long defined;

  /**
   * @param headline the value
   * @param paths how many paths the run has
   */
  HeadlineWords(RunValue headline, long paths) {
    this.headline = headline;
    this.numbers = headline.statistics();
    this.paths = paths;
    this.defined = numbers.path("count").asLong();
  }

  String text() {
    if (defined == 0) {
      return capital() + " is not defined on any of the paths." + description();
    }
    boolean allZero = numbers.path("share_nonzero").asDouble() == 0;
    return headline
        .phrase("verb")
        .map(verb -> paths == 1 ? one(verb, allZero) : several(verb, allZero) + partly())
        .orElseGet(() -> (paths == 1 ? ofOne() : ofSeveral(allZero)) + description());
  }

  private String one(String verb, boolean zero) {
    if (zero) {
      return "The path does not "
          + verb
          + headline
              .phrase("one_zero")
              .map(text -> ": " + text)
              .orElse(": its " + headline.label() + " is 0")
          + ".";
    }
    return "The path "
        + headline.phrase("verb_singular").orElse(verb)
        + ": its "
        + headline.label()
        + " is "
        + Figures.decimal(numbers.path("max"))
        + headline.phrase("one").map(text -> ", so that " + text).orElse("")
        + ".";
  }

  private String several(String verb, boolean allZero) {
    if (allZero) {
      return "None of the "
          + Figures.whole(paths)
          + " paths "
          + headline.phrase("verb_singular").orElse(verb)
          + meaning("none")
          + ".";
    }
    return Figures.percent(numbers.path("share_nonzero"))
        + " of the "
        + Figures.whole(paths)
        + " paths "
        + verb
        + meaning("some")
        + ". "
        + middle(" " + headline.label())
        + global("Of the paths that " + verb);
  }

  private String meaning(String phrase) {
    Optional<String> meaning = headline.phrase(phrase);
    return meaning.map(text -> ": " + text).orElse("");
  }

  private String ofOne() {
    String number = Figures.decimal(numbers.path("max"));
    return "The " + headline.label() + " of the path is " + number + ".";
  }

  private String ofSeveral(boolean allZero) {
    String zero = headline.phrase("zero").orElse("");
    if (allZero) {
      return zero.isEmpty()
          ? "The " + headline.label() + " of each of the " + over() + " is 0."
          : "Each of the " + over() + " is " + zero + ": its " + headline.label() + " is 0.";
    }
    double share = numbers.path("share_nonzero").asDouble();
    return (share == 1 ? "On all " : "On " + Figures.percent(share) + " of the ")
        + over()
        + " the "
        + headline.label()
        + " is not 0"
        + (zero.isEmpty() || share == 1 ? "" : "; the others are " + zero)
        + ". "
        + middle("")
        + (share == 1 ? "" : global("Of the paths on which it is not 0"));
  }

  private String over() {
    return defined == paths
        ? Figures.whole(paths) + " paths"
        : Figures.count(defined, "path", "paths") + " on which it is defined";
  }

  private String partly() {
    return defined == paths ? "" : " These numbers are over the " + over() + ".";
  }

  private String middle(String what) {
    return "The mean"
        + what
        + " is "
        + Figures.decimal(numbers.path("mean"))
        + ", the median "
        + Figures.decimal(numbers.path("median"))
        + " and the greatest "
        + Figures.decimal(numbers.path("max"))
        + ".";
  }

  /** The two statistics that the literature calls global folding. */
  private String global(String which) {
    String text =
        " " + which + ", the median is " + Figures.decimal(numbers.path("median_nonzero"));
    if (numbers.path("median_of_maxima").isNumber()) {
      text +=
          "; the median over the ordered pairs of classes of their greatest "
              + headline.symbol()
              + " is "
              + Figures.decimal(numbers.path("median_of_maxima"));
    }
    return text + ".";
  }

  /** What the metric says of the value, where no words of its own tell what it means. */
  private String description() {
    String text = numbers.path("description").asText().strip();
    return text.isEmpty() ? "" : " " + capital() + ": " + text + (text.endsWith(".") ? "" : ".");
  }

  private String capital() {
    return Figures.capital(headline.label());
  }
}
