package org.folding.engine.affine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folding.api.network.Affine;
import org.folding.api.network.Tensor;

/**
 * An affine map x ↦ A·x + b that grows by composition while a network is compiled. A holds only the
 * weights that are not zero, and equal rows that stand at different places once, so convolutions
 * and elementwise maps stay as small as their kernels.
 */
public final class AffineMap {
  /** What stands between units is smaller than the weights by this factor. */
  private static final double SMALL = 0x1p-20;

  private final int inputs;
  private final Stencils stencils;
  // Row o is stencil[o], whose offsets count from input base[o].
  private final int[] stencil;
  private final int[] base;
  private final double[] bias;
  private final double[] magnitude;

  AffineMap(
      int inputs, Stencils stencils, int[] stencil, int[] base, double[] bias, double[] magnitude) {
    this.inputs = inputs;
    this.stencils = stencils;
    this.stencil = stencil;
    this.base = base;
    this.bias = bias;
    this.magnitude = magnitude;
  }

  /**
   * The map that leaves all as it is.
   *
   * @param magnitude how large each input may be
   */
  public static AffineMap identity(double[] magnitude) {
    int[] all = IntStream.range(0, magnitude.length).toArray();
    double[] factor = new double[magnitude.length];
    Arrays.fill(factor, 1);
    return select(magnitude.length, all, factor, magnitude);
  }

  public int inputs() {
    return inputs;
  }

  public int outputs() {
    return bias.length;
  }

  /** The input that the offsets of an output's row count from. */
  public int base(int output) {
    return base[output];
  }

  public double bias(int output) {
    return bias[output];
  }

  /**
   * How large an output may be, from how large the network's inputs are: a bound that grows from
   * stage to stage. What is left where weights cancel each other is far smaller than this.
   */
  public double magnitude(int output) {
    return magnitude[output];
  }

  /** The first entry of an output's row. Outputs may share entries. */
  public int first(int output) {
    return stencils.first(stencil[output]);
  }

  /** The end of the entries of an output's row. */
  public int end(int output) {
    return stencils.first(stencil[output] + 1);
  }

  /** The input that an entry of an output's row reads. */
  public int input(int output, int entry) {
    return base[output] + stencils.offsets()[entry];
  }

  /** What an entry multiplies it by. */
  public double weight(int entry) {
    return stencils.weights()[entry];
  }

  public AffineMap then(Affine map) {
    if (map.scale().size() == 1 && map.scale().get(0) == 1) {
      double[] shifted = new double[bias.length];
      double[] summed = new double[bias.length];
      Arrays.setAll(shifted, o -> bias[o] + each(map.shift(), o));
      Arrays.setAll(summed, o -> magnitude[o] + Math.abs(each(map.shift(), o)));
      return new AffineMap(inputs, stencils, stencil, base, shifted, summed);
    }
    AffineRows rows = new AffineRows(inputs, bias.length);
    for (int o = 0; o < bias.length; o++) {
      double scale = each(map.scale(), o);
      addTo(rows, o, scale);
      double shift = each(map.shift(), o);
      rows.end(scale * bias[o] + shift, Math.abs(scale) * magnitude[o] + Math.abs(shift));
    }
    return rows.build();
  }

  /**
   * Sums and differences of this map's outputs.
   *
   * @param plus for each output of the result an output of this map
   * @param other for each output of the result a second one, or −1
   * @param sign what the second one is multiplied by
   */
  public AffineMap combine(int[] plus, int[] other, double sign) {
    AffineRows rows = new AffineRows(inputs, plus.length);
    for (int o = 0; o < plus.length; o++) {
      double sum = bias[plus[o]];
      double summed = magnitude[plus[o]];
      addTo(rows, plus[o], 1);
      if (other[o] >= 0) {
        sum += sign * bias[other[o]];
        summed += Math.abs(sign) * magnitude[other[o]];
        addTo(rows, other[o], sign);
      }
      rows.end(sum, summed);
    }
    return rows.build();
  }

  /** Adds a multiple of one of this map's rows to the row that is being built. */
  void addTo(AffineRows rows, int output, double factor) {
    int place = base[output];
    int end = end(output);
    for (int e = first(output); e < end; e++) {
      rows.add(place + stencils.offsets()[e], factor * stencils.weights()[e]);
    }
  }

  public static double each(Tensor values, int index) {
    return values.get(values.size() == 1 ? 0 : index);
  }

  /** The outputs of several maps of the same inputs, one after the other. */
  public static AffineMap stack(List<AffineMap> maps) {
    if (maps.size() == 1) {
      return maps.get(0);
    }
    int outputs = maps.stream().mapToInt(AffineMap::outputs).reduce(0, Math::addExact);
    int inputs = maps.get(0).inputs;
    Stencils all = new Stencils(1, outputs + " by " + inputs);
    int[] stencil = new int[outputs];
    int[] base = new int[outputs];
    double[] bias = new double[outputs];
    double[] magnitude = new double[outputs];
    int row = 0;
    for (AffineMap map : maps) {
      int[] number = all.addAll(map.stencils);
      for (int o = 0; o < map.outputs(); o++) {
        stencil[row] = number[map.stencil[o]];
        base[row] = map.base[o];
        bias[row] = map.bias[o];
        magnitude[row++] = map.magnitude[o];
      }
    }
    all.finish();
    return new AffineMap(inputs, all, stencil, base, bias, magnitude);
  }

  /**
   * The map that takes some of the inputs, each times a factor.
   *
   * @param chosen which, in this order
   * @param factor of each of them
   * @param magnitude how large the products may be
   */
  public static AffineMap select(int inputs, int[] chosen, double[] factor, double[] magnitude) {
    AffineRows rows = new AffineRows(inputs, chosen.length);
    for (int o = 0; o < chosen.length; o++) {
      rows.add(chosen[o], factor[o]);
      rows.end(0, magnitude[o]);
    }
    return rows.build();
  }

  /** The outputs at an input. */
  public double[] apply(double[] x) {
    double[] y = bias.clone();
    for (int o = 0; o < y.length; o++) {
      int end = end(o);
      for (int e = first(o); e < end; e++) {
        y[o] += stencils.weights()[e] * x[base[o] + stencils.offsets()[e]];
      }
    }
    return y;
  }

  /**
   * This map's outputs in another order.
   *
   * @param order for each output of the result an output of this map, or −1 for a constant that is
   *     small beside the others' values, but not zero
   */
  public AffineMap arrange(int[] order) {
    double filler = SMALL * largestWeight();
    Stencils all = new Stencils(1, order.length + " by " + inputs);
    int[] number = all.addAll(stencils);
    int empty = all.add(new int[0], new double[0], 0);
    all.finish();
    int[] arranged = new int[order.length];
    int[] places = new int[order.length];
    double[] shifts = new double[order.length];
    double[] summed = new double[order.length];
    for (int row = 0; row < order.length; row++) {
      int o = order[row];
      arranged[row] = o < 0 ? empty : number[stencil[o]];
      places[row] = o < 0 ? 0 : base[o];
      shifts[row] = o < 0 ? filler : bias[o];
      summed[row] = o < 0 ? filler : magnitude[o];
    }
    return new AffineMap(inputs, all, arranged, places, shifts, summed);
  }

  private double largestWeight() {
    double largest = 0;
    for (int s = 0; s < stencils.count(); s++) {
      largest = Math.max(largest, stencils.largest(s));
    }
    return largest == 0 ? 1 : largest;
  }

  /** The distinct rows. */
  public Stencils stencils() {
    return stencils;
  }

  /** Which of the distinct rows an output has. */
  public int stencil(int output) {
    return stencil[output];
  }

  /** How many weights are not zero. */
  public long entries() {
    long sum = 0;
    for (int o = 0; o < bias.length; o++) {
      sum += end(o) - first(o);
    }
    return sum;
  }
}
