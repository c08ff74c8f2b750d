package org.folding.core.walk;

import org.folding.api.model.Evaluator;

/** Patterns of a model that can only be evaluated: a bit is 1 iff its margin is positive. */
final class EvaluatorPatterns implements PatternSource {
  private final Evaluator evaluator;
  // For each counted bit its place among all bits that the evaluator gives.
  private final int[] marginOfBit;
  private final double[] margins;

  EvaluatorPatterns(Evaluator evaluator, int[] marginOfBit, int allBits) {
    this.evaluator = evaluator;
    this.marginOfBit = marginOfBit;
    this.margins = new double[allBits];
  }

  @Override
  public void pattern(double[] point, boolean[] bits) {
    evaluator.margins(point, 1, margins);
    for (int bit = 0; bit < marginOfBit.length; bit++) {
      bits[bit] = margins[marginOfBit[bit]] > 0;
    }
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
