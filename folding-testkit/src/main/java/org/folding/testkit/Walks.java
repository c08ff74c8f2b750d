package org.folding.testkit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/**
 * Walks written by hand, to test a metric on a walk whose numbers are known:
 *
 * <pre>{@code
 * Walk thereAndBack = Walks.of(4).step(0.25, 0).step(0.5, 1, 2).step(0.75, 0).build();
 * }</pre>
 */
public final class Walks {
  private Walks() {}

  /**
   * Starts a walk through one hidden layer of ReLU units.
   *
   * @param units how many units the layer has
   * @return a builder
   */
  public static Builder of(int units) {
    return of(layers(units));
  }

  /**
   * Starts a walk.
   *
   * @param units what the bits of a pattern stand for
   * @return a builder
   */
  public static Builder of(CountedUnits units) {
    return new Builder(units);
  }

  /**
   * Hidden layers of ReLU units, called {@code hidden1}, {@code hidden2} and so on.
   *
   * @param sizes how many units each layer has
   * @return the units, one bit each
   */
  public static CountedUnits layers(int... sizes) {
    List<UnitLayer> layers = new ArrayList<>();
    for (int size : sizes) {
      String name = "hidden" + (layers.size() + 1);
      layers.add(new UnitLayer(name, "Relu", Shape.of(size), UnitRole.HIDDEN, 1));
    }
    return new CountedUnits(layers);
  }

  /** Collects the steps of a walk. */
  public static final class Builder {
    private final CountedUnits units;
    private final BitSet start = new BitSet();
    private final List<Double> times = new ArrayList<>();
    private final List<List<Integer>> steps = new ArrayList<>();
    private WalkMode mode = WalkMode.EXACT;
    private InputPath path = new InputPath(List.of(Waypoint.point(0), Waypoint.point(1)));

    private Builder(CountedUnits units) {
      this.units = Objects.requireNonNull(units, "units is null");
    }

    /**
     * Sets the units that are active at the start. Without this call all are inactive.
     *
     * @param bits the bits of the first pattern that are 1
     * @return this builder
     */
    public Builder active(int... bits) {
      for (int bit : bits) {
        start.set(checked(bit));
      }
      return this;
    }

    /**
     * Sets the path. Without this call it is the line from 0 to 1 in a space of one dimension.
     *
     * @param walked the path
     * @return this builder
     */
    public Builder along(InputPath walked) {
      path = Objects.requireNonNull(walked, "walked is null");
      return this;
    }

    /**
     * Sets how the walk was obtained. Without this call it is exact.
     *
     * @param obtained the mode
     * @return this builder
     */
    public Builder mode(WalkMode obtained) {
      mode = Objects.requireNonNull(obtained, "obtained is null");
      return this;
    }

    /**
     * Adds a step.
     *
     * @param time when it happens: from 0 to 1, and later than the step before
     * @param bits the bits that change, at least one, none twice
     * @return this builder
     * @throws IllegalArgumentException if no walk can have such a step
     */
    public Builder step(double time, int... bits) {
      double before = times.isEmpty() ? -1 : times.get(times.size() - 1);
      if (!(time >= 0 && time <= 1 && time > before)) {
        throw new IllegalArgumentException(
            "step "
                + times.size()
                + " is at t = "
                + time
                + ", but t must be from 0 to 1 and rise from step to step");
      }
      if (bits.length == 0) {
        throw new IllegalArgumentException("step " + times.size() + " flips no bit");
      }
      List<Integer> flips = new ArrayList<>();
      for (int bit : bits) {
        if (flips.contains(checked(bit))) {
          throw new IllegalArgumentException(
              "step " + times.size() + " flips bit " + bit + " twice");
        }
        flips.add(bit);
      }
      times.add(time);
      steps.add(flips);
      return this;
    }

    private int checked(int bit) {
      if (bit < 0 || bit >= units.bits()) {
        throw new IllegalArgumentException(
            "bit " + bit + " does not exist: the units have " + units.bits() + " bits, from 0");
      }
      return bit;
    }

    /**
     * @return the walk, which later calls of this builder do not change
     */
    public Walk build() {
      int[] firstFlips = new int[steps.size() + 1];
      for (int step = 0; step < steps.size(); step++) {
        firstFlips[step + 1] = firstFlips[step] + steps.get(step).size();
      }
      int[] bits = steps.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
      double[] at = times.stream().mapToDouble(Double::doubleValue).toArray();
      return new WrittenWalk(mode, path, units, (BitSet) start.clone(), at, firstFlips, bits);
    }
  }
}
