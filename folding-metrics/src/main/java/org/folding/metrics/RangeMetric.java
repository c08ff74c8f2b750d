package org.folding.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricValue;
import org.folding.api.metric.Phrase;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;

/**
 * The range metric, or space folding (arXiv 2502.09954, section 3). With d_H the Hamming distance,
 *
 * <ul>
 *   <li>r1(Γ) = max_i d_H(π_1, π_i), in flips: how far from its start the walk ever gets;
 *   <li>r2(Γ) = Σ_i d_H(π_i, π_{i+1}), in flips: the length of the walk;
 *   <li>χ(Γ) = 1 − r1/r2 in [0, 1), and 0 where r2 = 0: space folding. χ = 0 iff no unit flips
 *       twice.
 * </ul>
 *
 * The reversed walk −Γ has the same r2; its r1 is max_i d_H(π_m, π_i). By layer, the same is
 * measured on the bits of one layer alone.
 */
public final class RangeMetric implements Metric {
  private static final String FOLDING = "folding";
  private static final String TOTAL = "total";
  private static final int VALUES_EACH_LAYER = 2;

  private final CountedUnits units;
  private final boolean layers;
  private final List<MetricValue> values;
  // Of each bit whether it differs from the first pattern at the step at hand (1), and whether the
  // last pattern does (2). All 0 between two walks. Numbers, as their branches cannot be foretold.
  private final int[] differs;
  private final int[] distance;
  private final int[] range;
  private final int[] length;

  /**
   * @param units the counted units
   * @param layers whether to measure each layer too
   */
  public RangeMetric(CountedUnits units, boolean layers) {
    this.units = units;
    this.layers = layers;
    this.differs = new int[units.bits()];
    int count = units.layers().size();
    this.distance = new int[count];
    this.range = new int[count];
    this.length = new int[count];
    this.values = List.copyOf(valuesOf(units, layers));
  }

  private static List<MetricValue> valuesOf(CountedUnits units, boolean layers) {
    List<MetricValue> list = new ArrayList<>();
    list.add(folding());
    list.add(MetricValue.count("max", "r1, the greatest distance from the first pattern"));
    list.add(
        MetricValue.count(TOTAL, "r2, the number of flips")
            .saying(Phrase.LABEL, "flips per path")
            .saying(Phrase.SYMBOL, "flips")
            .saying(Phrase.NOUN, "flips"));
    list.add(MetricValue.share("folding-reverse", "χ of the path walked backwards"));
    list.add(MetricValue.count("max-reverse", "r1 of the path walked backwards"));
    if (layers) {
      for (String layer : units.layerNames()) {
        list.add(
            MetricValue.share(FOLDING + "." + layer, "χ in the units of layer " + layer)
                .ofLayer(layer, FOLDING));
        list.add(
            MetricValue.count(TOTAL + "." + layer, "r2 in the units of layer " + layer)
                .ofLayer(layer, TOTAL));
      }
    }
    return list;
  }

  private static MetricValue folding() {
    return MetricValue.share(FOLDING, "χ = 1 − r1/r2; 0 where r2 = 0")
        .asHeadline()
        .saying(Phrase.LABEL, "folding χ")
        .saying(Phrase.SYMBOL, "χ")
        .saying(Phrase.NOUN, "folding")
        .saying(Phrase.TITLE, "Space folding")
        .saying(Phrase.NONZERO, "folded")
        .saying(Phrase.ZERO, "flat")
        .saying(Phrase.VERB, "fold")
        .saying(Phrase.VERB_SINGULAR, "folds")
        .saying(Phrase.SOME, "along them at least one unit flips twice")
        .saying(Phrase.NONE, "along none of them does a unit flip twice")
        .saying(Phrase.ONE, "part of its flips does not lead further away from its start")
        .saying(Phrase.ONE_ZERO, "no unit flips twice along it")
        .saying(
            Phrase.REMARK_ON_CLASSES,
            "Folding depends on the direction of a path, so the map need not be symmetric")
        .saying(
            Phrase.REMARK_ON_LAYERS,
            "On a straight line the units of the first layer flip once at most, so their folding is"
                + " 0; folding starts in the second");
  }

  @Override
  public List<MetricValue> values() {
    return values;
  }

  @Override
  public void measure(Walk walk, double[] row, int offset) {
    int total = walk.flips();
    int fromStart = 0;
    int fromEnd = compareEnds(walk);
    int max = 0;
    int maxReverse = fromEnd;
    int flip = 0;
    for (int step = 0; step < walk.steps(); step++) {
      int end = walk.firstFlip(step + 1);
      for (; flip < end; flip++) {
        int bit = walk.bit(flip);
        int now = differs[bit] ^ 1;
        differs[bit] = now;
        // Each goes up by 1 where the bit differs now, and down by 1 where it does not any more.
        fromStart += 2 * (now & 1) - 1;
        fromEnd += 2 * ((now ^ (now >> 1)) & 1) - 1;
      }
      max = Math.max(max, fromStart);
      maxReverse = Math.max(maxReverse, fromEnd);
    }
    clear(walk);
    row[offset] = folding(max, total);
    row[offset + 1] = max;
    row[offset + 2] = total;
    row[offset + 3] = folding(maxReverse, total);
    row[offset + 4] = maxReverse;
    if (layers) {
      measureLayers(walk, row, offset + 5);
    }
  }

  private static double folding(int max, int total) {
    return total == 0 ? 0 : 1 - (double) max / total;
  }

  /** Marks the bits that differ between the ends, and counts them. */
  private int compareEnds(Walk walk) {
    int count = 0;
    for (int flip = 0; flip < walk.flips(); flip++) {
      int bit = walk.bit(flip);
      int now = differs[bit] ^ 2;
      differs[bit] = now;
      count += now - 1;
    }
    return count;
  }

  private void measureLayers(Walk walk, double[] row, int offset) {
    Arrays.fill(distance, 0);
    Arrays.fill(range, 0);
    Arrays.fill(length, 0);
    int flip = 0;
    for (int step = 0; step < walk.steps(); step++) {
      int first = flip;
      int end = walk.firstFlip(step + 1);
      for (; flip < end; flip++) {
        int bit = walk.bit(flip);
        int layer = units.layerOf(bit);
        differs[bit] ^= 1;
        distance[layer] += 2 * differs[bit] - 1;
        length[layer]++;
      }
      for (int f = first; f < end; f++) {
        int layer = units.layerOf(walk.bit(f));
        range[layer] = Math.max(range[layer], distance[layer]);
      }
    }
    for (int layer = 0; layer < length.length; layer++) {
      row[offset + VALUES_EACH_LAYER * layer] = folding(range[layer], length[layer]);
      row[offset + VALUES_EACH_LAYER * layer + 1] = length[layer];
    }
    clear(walk);
  }

  private void clear(Walk walk) {
    for (int flip = 0; flip < walk.flips(); flip++) {
      differs[walk.bit(flip)] = 0;
    }
  }
}
