package org.folding.engine.adaptive;

import java.util.stream.IntStream;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Rounding;
import org.folding.engine.chain.Stage;

/**
 * Margins of a chain: the pre-activations of all units that bend or are counted. One smaller than
 * the rounding errors that may have gone into it is zero, as in sampled walks.
 */
public final class ChainMargins implements MarginSource {
  private final Chain chain;
  private final SearchedBits bits;
  private final double[] point;
  private final double[] scratch;
  private final int[] index;
  // The largest magnitude that is summed up for a unit of the first stage at a corner of the path.
  private double scale;

  public ChainMargins(Chain chain) {
    this.chain = chain;
    this.bits = bitsOf(chain);
    this.point = new double[chain.inputs];
    this.scratch = new double[chain.widest()];
    this.index = new int[chain.widest()];
  }

  private static SearchedBits bitsOf(Chain chain) {
    IntStream.Builder level = IntStream.builder();
    IntStream.Builder counted = IntStream.builder();
    for (int l = 0; l < chain.stages.size(); l++) {
      Stage stage = chain.stages.get(l);
      for (int o = 0; o < stage.units; o++) {
        if (stage.watched[o]) {
          level.add(l);
          counted.add(stage.bit[o]);
        }
      }
    }
    return new SearchedBits(
        level.build().toArray(), counted.build().toArray(), chain.stages.size());
  }

  @Override
  public SearchedBits bits() {
    return bits;
  }

  @Override
  public void begin(double[][] corners) {
    scale = 0;
    for (double[] corner : corners) {
      scale = Math.max(scale, ChainPoint.firstScale(chain.stages.get(0), corner));
    }
  }

  @Override
  public void margins(double[] points, double[][] margins) {
    for (int row = 0; row < margins.length; row++) {
      System.arraycopy(points, row * chain.inputs, point, 0, chain.inputs);
      margins(margins[row]);
    }
  }

  private void margins(double[] row) {
    ChainPoint values = ChainPoint.at(chain, point, scratch, index);
    double[] tolerances = Rounding.tolerances(chain, values, scale);
    int at = 0;
    for (int l = 0; l < chain.stages.size(); l++) {
      Stage stage = chain.stages.get(l);
      for (int o = 0; o < stage.units; o++) {
        if (stage.watched[o]) {
          double z = values.values[chain.firstValue(l) + o];
          row[at++] = Math.abs(z) > tolerances[l] ? z : 0;
        }
      }
    }
  }
}
