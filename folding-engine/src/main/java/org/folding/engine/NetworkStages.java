package org.folding.engine;

import java.util.Arrays;
import org.folding.api.network.Network;
import org.folding.api.walk.CountedUnits;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.Rounding;
import org.folding.engine.chain.Stage;
import org.folding.engine.compile.ChainCompiler;
import org.folding.engine.sample.ChainPatterns;

/**
 * A piecewise-linear network as the exact walk sees it, for whoever follows it through more than a
 * line. Stages stand one after the other, each an affine map and then units that bend: unit o turns
 * its pre-activation z into z where z &gt; 0 and into {@link #slope} · z elsewhere. The last stage
 * are the network's outputs, units that do not bend. Immutable.
 */
public final class NetworkStages {
  private final Chain chain;
  private final int counted;

  private NetworkStages(Chain chain, int counted) {
    this.chain = chain;
    this.counted = counted;
  }

  /**
   * @param network the network
   * @param units which of its units are counted
   * @return its stages
   * @throws ArithmeticException if a matrix takes too much of the heap; the message is its size
   */
  public static NetworkStages of(Network network, CountedUnits units) {
    int[] counted = new int[1];
    Chain chain = ChainCompiler.compileWhole(network, units, stages -> counted[0] = stages);
    return new NetworkStages(chain, counted[0]);
  }

  /**
   * @return the number of stages, at least 1
   */
  public int count() {
    return chain.stages.size();
  }

  /**
   * @return how many stages there are up to the last counted unit, fewer than {@link #count}
   */
  public int counted() {
    return counted;
  }

  /**
   * @return whether rounding errors of float64 may hide where units bend, as they may grow too
   *     large in this network
   */
  public boolean isCoarse() {
    // The outputs do not bend.
    return chain.isCoarse(count() - 1);
  }

  /**
   * @param stage from 0
   * @return how many units it has
   */
  public int units(int stage) {
    return chain.stages.get(stage).units;
  }

  /**
   * @param stage from 0
   * @param unit from 0
   * @return what the unit multiplies pre-activations by that are not positive
   */
  public double slope(int stage, int unit) {
    return chain.stages.get(stage).slope[unit];
  }

  /**
   * @param stage from 0
   * @param unit from 0
   * @return its bit in a pattern, or −1 where it is not counted
   */
  public int bit(int stage, int unit) {
    return chain.stages.get(stage).bit[unit];
  }

  /**
   * @param stage from 0
   * @param unit from 0
   * @return whether the unit's sign matters: it bends, or it is counted
   */
  public boolean isWatched(int stage, int unit) {
    return chain.stages.get(stage).watched[unit];
  }

  /**
   * The linear part of a stage: z = W · x.
   *
   * @param stage from 0
   * @param x one number for each unit of the stage before, or for each value of an input
   * @param index scratch, as long as x
   * @param z receives one number for each unit
   */
  public void multiply(int stage, double[] x, int[] index, double[] z) {
    Stage map = chain.stages.get(stage);
    Arrays.fill(z, 0, map.units, 0);
    int count = 0;
    for (int j = 0; j < map.inputs; j++) {
      if (x[j] != 0) {
        index[count++] = j;
      }
    }
    map.addColumns(x, index, count, z);
  }

  /**
   * Adds the biases of a stage.
   *
   * @param stage from 0
   * @param z one number for each unit
   */
  public void addBias(int stage, double[] z) {
    Stage biased = chain.stages.get(stage);
    for (int o = 0; o < biased.units; o++) {
      z[o] += biased.bias[o];
    }
  }

  /**
   * How wrong a stage's pre-activations may be.
   *
   * @param stage from 0
   * @param inputError the error of what it reads
   * @param inputMagnitude the largest magnitude of what it reads
   * @return an estimate, one number for all units
   */
  public double error(int stage, double inputError, double inputMagnitude) {
    Stage map = chain.stages.get(stage);
    return Rounding.error(map, inputError, Rounding.summed(map, inputMagnitude), 0);
  }

  /**
   * How wrong the first stage's pre-activations may be.
   *
   * @param magnitude of each value of an input the largest magnitude
   * @return an estimate, one number for all units
   */
  public double firstError(double[] magnitude) {
    Stage map = chain.stages.get(0);
    double summed = map.absoluteBias;
    for (int j = 0; j < map.inputs; j++) {
      summed += magnitude[j] * map.absoluteColumn[j];
    }
    return Rounding.error(map, 0, summed, 0);
  }

  /**
   * @param stage from 0
   * @return by how much its units amplify values and errors at most, at least 1
   */
  public double steepest(int stage) {
    return chain.stages.get(stage).steepest;
  }

  /**
   * @param error an error of a value
   * @return the magnitude below which the value counts as zero
   */
  public static double tolerance(double error) {
    return Rounding.tolerance(error);
  }

  /**
   * The pattern at a point. A pre-activation that is zero within its rounding error is inactive.
   *
   * @param point the input
   * @param bits receives the counted bits
   * @throws org.folding.api.InvalidInputException if a value overflows
   */
  public void pattern(double[] point, boolean[] bits) {
    new ChainPatterns(chain).patterns(point, 1, bits);
  }
}
