package org.folding.engine.chain;

import org.folding.engine.arithmetic.Float64;
import org.folding.engine.kernel.PointLoops;

/**
 * How large rounding errors may have grown, so that a zero can be decided against the magnitudes
 * that were summed. Errors are estimated stage by stage, one number for all units of a stage.
 */
public final class Rounding {
  /** How many times the estimated error a value must exceed to have a sign. */
  private static final double SAFETY = 4;

  /** The relative error of one operation in single precision. */
  private static final double SINGLE_UNIT = 0x1p-24;

  /** Numbers of such magnitudes, and products of two, are far from the limits of a float. */
  private static final double SINGLE_RANGE = 0x1p40;

  private Rounding() {}

  /**
   * The largest sum of magnitudes in a stage.
   *
   * @param inputMagnitude the largest magnitude among its inputs
   */
  public static double summed(Stage stage, double inputMagnitude) {
    return stage.absoluteRowSum * inputMagnitude + stage.absoluteBias;
  }

  /**
   * A bound of the largest sum of magnitudes in a stage, by Cauchy and Schwarz.
   *
   * @param inputNorm the largest Euclidean norm of its inputs
   */
  public static double summedOfNorm(Stage stage, double inputNorm) {
    return stage.rowNorm * inputNorm + stage.absoluteBias;
  }

  /**
   * The error of a stage's values: what its inputs' errors grow to, and its own. Rounding errors
   * have random signs, so those of n operations add up like the square root of n.
   *
   * @param inputError the error of its inputs
   * @param summed the largest sum of magnitudes
   * @param rootSteps the square root of how many times a value was added to after it was summed
   */
  public static double error(Stage stage, double inputError, double summed, double rootSteps) {
    return stage.errorGain * inputError
        + Float64.UNIT_ROUNDOFF * (stage.rootInputs + rootSteps + 4) * summed;
  }

  /**
   * The error of what a stage passes on.
   *
   * @param inputError the error of its inputs
   * @param error the error of its values
   */
  public static double passedOn(Stage stage, double inputError, double error) {
    return stage.steepest * (error - (stage.errorGain - stage.passedGain) * inputError);
  }

  /** Below this magnitude a value counts as zero. */
  public static double tolerance(double error) {
    return SAFETY * error;
  }

  /**
   * A unit may be zero somewhere on an interval if the product of its values at both ends is below
   * this: one end within the tolerance of zero, the other as large as what is summed, twice for the
   * rounding of their product. It is above zero, as smaller products may have vanished.
   */
  public static double threshold(double tolerance, double summed) {
    return Math.max(2 * tolerance * summed, Double.MIN_NORMAL);
  }

  /**
   * By which part a sum of products in single precision, of which no term is negative, may be too
   * small. Here none is left to chance: each term is rounded once for each operation.
   */
  public static double singleLoss(Stage stage) {
    return 2 * SINGLE_UNIT * (stage.inputs + 8);
  }

  /**
   * How far below zero a value of a stage must be in single precision to be surely negative: twice
   * the tolerance, and what single precision may lose. Infinite where numbers may leave the range
   * of a float.
   *
   * @param inputNorm the largest Euclidean norm of its inputs
   * @param summed the largest sum of magnitudes
   * @param tolerance below which magnitude a value counts as zero
   */
  public static double singleSlack(Stage stage, double inputNorm, double summed, double tolerance) {
    boolean isInRange =
        inputNorm <= SINGLE_RANGE
            && stage.rowNorm <= SINGLE_RANGE
            && summed <= SINGLE_RANGE
            && summed >= 1 / SINGLE_RANGE;
    return isInRange ? 2 * tolerance + singleLoss(stage) * summed : Double.POSITIVE_INFINITY;
  }

  /**
   * Below which magnitude the values of each stage count as zero, at a point.
   *
   * @param scale the magnitudes that were summed up for a unit of the first stage; of a point on a
   *     path those at its corners, from which the point was rounded
   */
  public static double[] tolerances(Chain chain, ChainPoint point, double scale) {
    double[] tolerances = new double[chain.stages.size()];
    double inputError = 0;
    double magnitude = 0;
    for (int l = 0; l < tolerances.length; l++) {
      Stage stage = chain.stages.get(l);
      double summed = l == 0 ? scale : summed(stage, magnitude);
      double error = error(stage, inputError, summed, 0);
      tolerances[l] = tolerance(error);
      magnitude =
          stage.steepest * PointLoops.largest(point.values, chain.firstValue(l), stage.units);
      inputError = passedOn(stage, inputError, error);
    }
    return tolerances;
  }
}
