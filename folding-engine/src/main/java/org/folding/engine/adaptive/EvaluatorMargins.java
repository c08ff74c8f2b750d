package org.folding.engine.adaptive;

import java.util.Arrays;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Evaluator;

/** Margins of a model that can only be evaluated, in calls of many points. */
public final class EvaluatorMargins implements MarginSource {
  /** The most numbers in one call. */
  private static final int MOST_NUMBERS = 1 << 22;

  private final Evaluator evaluator;
  private final SearchedBits bits;
  // For each searched bit its place among all bits that the evaluator gives.
  private final int[] marginOfBit;
  private final int inputs;
  private final int allBits;
  private double[] given = {};
  private double[] batch = {};

  public EvaluatorMargins(
      Evaluator evaluator, SearchedBits bits, int[] marginOfBit, int inputs, int allBits) {
    this.evaluator = evaluator;
    this.bits = bits;
    this.marginOfBit = marginOfBit;
    this.inputs = inputs;
    this.allBits = allBits;
  }

  @Override
  public SearchedBits bits() {
    return bits;
  }

  @Override
  public void margins(double[] points, double[][] margins) {
    int most = Math.max(1, MOST_NUMBERS / Math.max(1, Math.max(inputs, allBits)));
    for (int first = 0; first < margins.length; first += most) {
      int rows = Math.min(most, margins.length - first);
      evaluate(points, first, rows);
      for (int row = 0; row < rows; row++) {
        double[] target = margins[first + row];
        for (int bit = 0; bit < target.length; bit++) {
          target[bit] = given[row * allBits + marginOfBit[bit]];
          if (!Double.isFinite(target[bit])) {
            throw notFinite(points, first + row, bit, target[bit]);
          }
        }
      }
    }
  }

  private InvalidInputException notFinite(double[] points, int row, int bit, double value) {
    double[] point = Arrays.copyOfRange(points, row * inputs, row * inputs + Math.min(inputs, 4));
    return new InvalidInputException(
        "the model gives "
            + value
            + " as pre-activation of bit "
            + marginOfBit[bit]
            + " at the input that starts with "
            + Arrays.toString(point)
            + "; a walk needs finite numbers");
  }

  private void evaluate(double[] points, int first, int rows) {
    if (given.length < rows * allBits) {
      given = new double[rows * allBits];
    }
    if (batch.length < rows * inputs) {
      batch = new double[rows * inputs];
    }
    System.arraycopy(points, first * inputs, batch, 0, rows * inputs);
    evaluator.margins(batch, rows, given);
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
