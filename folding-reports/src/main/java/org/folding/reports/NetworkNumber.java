package org.folding.reports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A number of each network of a study.
 *
 * @param field what the charts call it
 * @param at where it is in an entry of {@code networks} of {@code study.json}
 * @param title its name beside an axis
 * @param heading its name above a column of the table
 * @param whole whether it counts something
 */
record NetworkNumber(String field, JsonPointer at, String title, String heading, boolean whole) {

  /** What networks differ in by themselves. */
  static List<NetworkNumber> axes(boolean cantorNet) {
    return cantorNet
        ? List.of(
            whole("depth", "recursions k", "k"),
            whole("units", "hidden units", "hidden units"),
            of("regions", "exact_hidden/regions", "regions", "regions", true))
        : List.of(
            whole("depth", "depth (hidden layers)", "depth"),
            whole("width", "width (neurons in a layer)", "width"),
            whole("units", "hidden neurons", "neurons"),
            whole("epoch", "epoch of training", "epoch"),
            of("test_accuracy", "test accuracy", "accuracy"));
  }

  /** What was measured of them. */
  static List<NetworkNumber> measures(boolean cantorNet) {
    return cantorNet
        ? List.of(
            of("chi", "exact_hidden/folding", "folding χ", "χ", false),
            of("closed_form", "1 − k/(2^k − 1)", "1 − k/(2^k − 1)"),
            of("chi_all", "exact_all/folding", "folding χ, all units", "χ, all units", false),
            of(
                "chi_sampled",
                "sampled_all/folding",
                "folding χ, all units, 11 points",
                "χ, all units, 11 points",
                false),
            of("r1", "exact_hidden/r1", "r1, greatest distance in flips", "r1", true),
            of("r2", "exact_hidden/r2", "r2, number of flips", "r2", true))
        : List.of(
            of("mean", "mean χ", "mean χ"),
            of("share_folded", "share of folded paths", "share folded"),
            of("median", "median χ", "median χ"),
            of("median_nonzero", "median χ of folded paths", "median of folded"),
            of("median_of_maxima", "median over class pairs of the greatest χ", "median of maxima"),
            of("max", "greatest χ", "greatest χ"),
            of("test_accuracy", "test accuracy", "accuracy"));
  }

  private static NetworkNumber whole(String field, String title, String heading) {
    return of(field, field, title, heading, true);
  }

  private static NetworkNumber of(String field, String title, String heading) {
    return of(field, field, title, heading, false);
  }

  private static NetworkNumber of(
      String field, String at, String title, String heading, boolean whole) {
    return new NetworkNumber(field, JsonPointer.compile("/" + at), title, heading, whole);
  }

  /** The number of a network; a node that is no number where it has none. */
  JsonNode of(JsonNode network) {
    return network.at(at);
  }
}
