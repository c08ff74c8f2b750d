package org.folding.engine.sample;

import org.folding.api.model.Evaluator;

/** Patterns of a model that can only be evaluated: a bit is 1 iff its margin is positive. */
public final class EvaluatorPatterns implements PatternSource {
  private final Evaluator evaluator;
  // For each counted bit its place among all bits that the evaluator gives.
  private final int[] marginOfBit;
  private final int allBits;
  private final double[] margins;

  public EvaluatorPatterns(Evaluator evaluator, int[] marginOfBit, int allBits) {
    this.evaluator = evaluator;
    this.marginOfBit = marginOfBit;
    this.allBits = allBits;
    this.margins = new double[Math.multiplyExact(batchSize(), allBits)];
  }

  @Override
  public int batchSize() {
    return evaluator.batchSize();
  }

  @Override
  public void patterns(double[] points, int rows, boolean[] bits) {
    evaluator.margins(points, rows, margins);
    int counted = marginOfBit.length;
    for (int row = 0; row < rows; row++) {
      for (int bit = 0; bit < counted; bit++) {
        bits[row * counted + bit] = margins[row * allBits + marginOfBit[bit]] > 0;
      }
    }
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
