package org.folding.engine.sample;

import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Rounding;
import org.folding.engine.chain.Stage;

/**
 * Patterns of a chain. A pre-activation smaller than the rounding errors that may have gone into it
 * is zero, so inactive: a point on a boundary has the pattern that exact arithmetic gives it.
 */
public final class ChainPatterns implements PatternSource {
  private final Chain chain;
  private final double[] scratch;
  private final int[] index;

  public ChainPatterns(Chain chain) {
    this.chain = chain;
    this.scratch = new double[chain.widest()];
    this.index = new int[chain.widest()];
  }

  @Override
  public void patterns(double[] points, int rows, boolean[] bits) {
    ChainPoint values = ChainPoint.at(chain, points, scratch, index);
    double[] tolerances = Rounding.tolerances(chain, values, values.scale());
    for (int l = 0; l < chain.stages.size(); l++) {
      Stage stage = chain.stages.get(l);
      int first = chain.firstValue(l);
      for (int o = 0; o < stage.units; o++) {
        if (stage.bit[o] >= 0) {
          bits[stage.bit[o]] = values.values[first + o] > tolerances[l];
        }
      }
    }
  }
}
