package org.folding.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;

/**
 * The referee: walks a line without any rounding. It shares nothing with the engine, neither code
 * nor method: at a time t it computes every value and its one-sided derivative to the right in
 * rational arithmetic, which settles the pattern just after t, and then goes to the next time at
 * which any unit reaches zero or any maximum changes its winner.
 *
 * @param startBits the first pattern, over the bits of all units in the order of the nodes
 * @param steps the times at which the pattern changes, with the bits that change
 */
public record RationalWalk(List<Boolean> startBits, List<Step> steps) {

  /**
   * One step of the walk.
   *
   * @param time when
   * @param bits which bits change
   */
  public record Step(BigFraction time, TreeSet<Integer> bits) {}

  /**
   * @param network a network of operations that the referee knows
   * @param from the start of the line
   * @param to its end
   * @return the walk from t = 0 to t = 1
   */
  public static RationalWalk of(Network network, double[] from, double[] to) {
    Pass pass = new Pass(network, from, to);
    BigFraction t = BigFraction.ZERO;
    pass.run(t);
    List<Boolean> start = List.copyOf(pass.bits);
    List<Boolean> last = start;
    List<Step> steps = new ArrayList<>();
    while (pass.next != null && pass.next.compareTo(BigFraction.ONE) < 0) {
      t = pass.next;
      pass.run(t);
      TreeSet<Integer> changed = new TreeSet<>();
      for (int bit = 0; bit < last.size(); bit++) {
        if (!last.get(bit).equals(pass.bits.get(bit))) {
          changed.add(bit);
        }
      }
      if (!changed.isEmpty()) {
        steps.add(new Step(t, changed));
      }
      last = List.copyOf(pass.bits);
    }
    return new RationalWalk(start, steps);
  }

  /** Values and right-hand derivatives at one time. */
  private static final class Pass {
    private final Network network;
    private final BigFraction[] from;
    private final BigFraction[] direction;
    private BigFraction now;
    private List<Boolean> bits;
    private BigFraction next;

    Pass(Network network, double[] from, double[] to) {
      this.network = network;
      this.from = new BigFraction[from.length];
      this.direction = new BigFraction[from.length];
      for (int i = 0; i < from.length; i++) {
        this.from[i] = new BigFraction(from[i]);
        this.direction[i] = new BigFraction(to[i]).subtract(this.from[i]);
      }
    }

    void run(BigFraction t) {
      now = t;
      bits = new ArrayList<>();
      next = null;
      BigFraction[] value = new BigFraction[from.length];
      BigFraction[] slope = direction;
      for (int i = 0; i < from.length; i++) {
        value[i] = from[i].add(direction[i].multiply(t));
      }
      List<BigFraction[]> values = new ArrayList<>();
      values.add(value);
      List<BigFraction[]> slopes = new ArrayList<>();
      slopes.add(slope);
      for (Network.Node node : network.nodes()) {
        BigFraction[] newValue = new BigFraction[node.shape().size()];
        BigFraction[] newSlope = new BigFraction[newValue.length];
        int first = node.operands().get(0);
        for (int o = 0; o < newValue.length; o++) {
          if (node.operation() instanceof Sum sum) {
            newValue[o] = sum(sum, node, values, o);
            newSlope[o] = sum(sum, node, slopes, o);
          } else {
            apply(node.operation(), o, values.get(first), slopes.get(first), newValue, newSlope);
          }
        }
        values.add(newValue);
        slopes.add(newSlope);
      }
    }

    private static BigFraction sum(
        Sum sum, Network.Node node, List<BigFraction[]> operands, int o) {
      BigFraction total = BigFraction.ZERO;
      for (int k = 0; k < node.operands().size(); k++) {
        BigFraction x = operands.get(node.operands().get(k))[o];
        total = total.add(x.multiply(new BigFraction(sum.factors().get(k))));
      }
      return total;
    }

    private boolean isAbove(BigFraction value, BigFraction slope, BigFraction bound) {
      BigFraction distance = value.subtract(bound);
      meetsZero(distance, slope);
      boolean bit = sign(distance) > 0 || (sign(distance) == 0 && sign(slope) > 0);
      bits.add(bit);
      return bit;
    }

    private void apply(
        Operation operation,
        int o,
        BigFraction[] value,
        BigFraction[] slope,
        BigFraction[] newValue,
        BigFraction[] newSlope) {
      if (operation instanceof Dense dense) {
        newValue[o] = new BigFraction(dense.bias().get(o));
        newSlope[o] = BigFraction.ZERO;
        for (int j = 0; j < value.length; j++) {
          double weight = dense.weights().get(o * value.length + j);
          if (weight != 0) {
            newValue[o] = newValue[o].add(value[j].multiply(new BigFraction(weight)));
            newSlope[o] = newSlope[o].add(slope[j].multiply(new BigFraction(weight)));
          }
        }
      } else if (operation instanceof Affine affine) {
        BigFraction scale = each(affine.scale(), o);
        newValue[o] = value[o].multiply(scale).add(each(affine.shift(), o));
        newSlope[o] = slope[o].multiply(scale);
      } else if (operation instanceof Rectifier rectifier) {
        boolean bit = sign(value[o]) > 0 || (sign(value[o]) == 0 && sign(slope[o]) > 0);
        bits.add(bit);
        BigFraction factor = bit ? BigFraction.ONE : each(rectifier.negativeSlope(), o);
        newValue[o] = value[o].multiply(factor);
        newSlope[o] = slope[o].multiply(factor);
        meetsZero(value[o], slope[o]);
      } else if (operation instanceof MaxOfGroups max) {
        int winner = winner(max.elements(o), value, slope);
        newValue[o] = value[winner];
        newSlope[o] = slope[winner];
        for (int j : max.elements(o)) {
          meetsZero(value[winner].subtract(value[j]), slope[winner].subtract(slope[j]));
        }
      } else if (operation instanceof Clip clip) {
        BigFraction lower = each(clip.lower(), o);
        BigFraction upper = each(clip.upper(), o);
        boolean aboveLower = isAbove(value[o], slope[o], lower);
        boolean aboveUpper = isAbove(value[o], slope[o], upper);
        boolean between = aboveLower && !aboveUpper;
        newValue[o] = aboveUpper ? upper : aboveLower ? value[o] : lower;
        newSlope[o] = between ? slope[o] : BigFraction.ZERO;
      } else if (operation instanceof SparseMap map) {
        newValue[o] = new BigFraction(map.shift(o));
        newSlope[o] = BigFraction.ZERO;
        for (int e = map.firstEntry(o); e < map.firstEntry(o + 1); e++) {
          BigFraction weight = new BigFraction(map.weight(e));
          newValue[o] = newValue[o].add(value[map.index(e)].multiply(weight));
          newSlope[o] = newSlope[o].add(slope[map.index(e)].multiply(weight));
        }
      } else if (operation instanceof Reshape) {
        newValue[o] = value[o];
        newSlope[o] = slope[o];
      } else {
        throw new IllegalArgumentException("the referee does not know " + operation);
      }
    }

    private void meetsZero(BigFraction value, BigFraction slope) {
      if (sign(value) * sign(slope) < 0) {
        BigFraction t = now.subtract(value.divide(slope));
        next = next == null || t.compareTo(next) < 0 ? t : next;
      }
    }

    private static int winner(int[] group, BigFraction[] value, BigFraction[] slope) {
      int best = group[0];
      for (int j : group) {
        int order = value[j].compareTo(value[best]);
        if (order > 0 || (order == 0 && slope[j].compareTo(slope[best]) > 0)) {
          best = j;
        }
      }
      return best;
    }

    private static BigFraction each(Tensor values, int index) {
      return new BigFraction(values.get(values.size() == 1 ? 0 : index));
    }

    private static int sign(BigFraction value) {
      return value.getNumerator().signum();
    }
  }
}
