package org.folding.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricValue;
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
  private static final int VALUES_EACH_LAYER = 2;

  private final CountedUnits units;
  private final boolean layers;
  private final List<MetricValue> values;
  // Whether a bit differs from the first pattern; all false between two walks.
  private final boolean[] differs;
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
    this.differs = new boolean[units.bits()];
    int count = units.layers().size();
    this.distance = new int[count];
    this.range = new int[count];
    this.length = new int[count];
    this.values = List.copyOf(valuesOf(units, layers));
  }

  private static List<MetricValue> valuesOf(CountedUnits units, boolean layers) {
    List<MetricValue> list = new ArrayList<>();
    list.add(MetricValue.real("folding", "χ = 1 − r1/r2; 0 where r2 = 0"));
    list.add(MetricValue.count("max", "r1, the greatest distance from the first pattern"));
    list.add(MetricValue.count("total", "r2, the number of flips"));
    list.add(MetricValue.real("folding-reverse", "χ of the path walked backwards"));
    list.add(MetricValue.count("max-reverse", "r1 of the path walked backwards"));
    if (layers) {
      for (String layer : units.layerNames()) {
        list.add(MetricValue.real("folding." + layer, "χ in the units of layer " + layer));
        list.add(MetricValue.count("total." + layer, "r2 in the units of layer " + layer));
      }
    }
    return list;
  }

  @Override
  public List<MetricValue> values() {
    return values;
  }

  @Override
  public void measure(Walk walk, double[] row, int offset) {
    int total = walk.flips();
    int max = forwardRange(walk);
    int maxReverse = reverseRange(walk);
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

  private int forwardRange(Walk walk) {
    int d = 0;
    int max = 0;
    int flip = 0;
    for (int step = 0; step < walk.steps(); step++) {
      int end = walk.firstFlip(step + 1);
      for (; flip < end; flip++) {
        d += toggle(walk.bit(flip));
      }
      max = Math.max(max, d);
    }
    clear(walk);
    return max;
  }

  /** The range of the walk backwards, from the last pattern on. */
  private int reverseRange(Walk walk) {
    int d = 0;
    int max = 0;
    int flip = walk.flips();
    for (int step = walk.steps() - 1; step >= 0; step--) {
      int first = walk.firstFlip(step);
      while (flip > first) {
        d += toggle(walk.bit(--flip));
      }
      max = Math.max(max, d);
    }
    clear(walk);
    return max;
  }

  /** Flips a bit; returns by how much that changes the distance to the pattern set out from. */
  private int toggle(int bit) {
    differs[bit] = !differs[bit];
    return differs[bit] ? 1 : -1;
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
        distance[layer] += toggle(bit);
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
      differs[walk.bit(flip)] = false;
    }
  }
}
