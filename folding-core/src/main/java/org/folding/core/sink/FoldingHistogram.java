package org.folding.core.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.folding.core.statistics.Histogram;

/**
 * How often a number from 0 to 1, such as χ, fell into each of 100 equal bins.
 *
 * @param column the column that was counted
 * @param zeros how many numbers are 0; they are in no bin
 * @param counts how many numbers x have b/100 ≤ x &lt; (b + 1)/100, for b = 0, 1, …, up to the last
 *     bin that is not empty
 */
public record FoldingHistogram(String column, long zeros, List<Long> counts) {

  /** Copies the list. */
  public FoldingHistogram {
    counts = List.copyOf(counts);
  }

  static FoldingHistogram of(String column, Histogram histogram) {
    return new FoldingHistogram(
        column, histogram.zeros(), Arrays.stream(histogram.counts()).boxed().toList());
  }

  /**
   * Puts histograms into an object, as in {@code distributions.json}: the number of bins, and
   * {@code all}.
   *
   * @param histograms what to put
   * @param node receives them
   */
  public static void putAll(List<FoldingHistogram> histograms, ObjectNode node) {
    node.put("bins", Histogram.BINS);
    ArrayNode all = node.putArray("all");
    histograms.forEach(histogram -> histogram.put(all.addObject()));
  }

  void put(ObjectNode node) {
    node.put("column", column).put("zeros", zeros);
    ArrayNode array = node.putArray("counts");
    counts.forEach(array::add);
  }
}
