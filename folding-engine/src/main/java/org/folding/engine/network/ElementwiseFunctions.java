package org.folding.engine.network;

import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Rectifier;

/** Functions of each element alone; their constants are one for all elements or one for each. */
final class ElementwiseFunctions {
  private ElementwiseFunctions() {}

  static NodeFunction affine(Affine affine) {
    double[] scale = affine.scale().toArray();
    double[] shift = affine.shift().toArray();
    return (x, y) -> {
      for (int i = 0; i < y.length; i++) {
        y[i] = each(scale, i) * x[0][i] + each(shift, i);
      }
    };
  }

  static NodeFunction rectifier(Rectifier rectifier) {
    double[] slope = rectifier.negativeSlope().toArray();
    return (x, y) -> {
      for (int i = 0; i < y.length; i++) {
        y[i] = x[0][i] > 0 ? x[0][i] : each(slope, i) * x[0][i];
      }
    };
  }

  static NodeFunction clip(Clip clip) {
    double[] lower = clip.lower().toArray();
    double[] upper = clip.upper().toArray();
    return (x, y) -> {
      for (int i = 0; i < y.length; i++) {
        y[i] = Math.min(Math.max(x[0][i], each(lower, i)), each(upper, i));
      }
    };
  }

  static double each(double[] values, int index) {
    return values[values.length == 1 ? 0 : index];
  }
}
