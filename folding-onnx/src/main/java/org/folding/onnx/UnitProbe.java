package org.folding.onnx;

import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Tensor;

/**
 * Units at the end of a network that stand for smooth ones. They have their bits and, with one
 * threshold, hand on what they read; nothing may read those with two.
 */
final class UnitProbe {
  private UnitProbe() {}

  /**
   * @param scope receives the units
   * @param site what they stand for
   * @param z the value of their pre-activations
   * @return the value that they make
   */
  static int add(NodeCall.Scope scope, UnitSite site, int z) {
    double[] thresholds = site.thresholds();
    if (thresholds.length == 2) {
      Tensor low = Tensor.scalar(thresholds[0]);
      Tensor high = Tensor.scalar(thresholds[1]);
      return scope.builder().add(site.name(), new Clip(site.operator(), low, high, site.role()), z);
    }
    int shifted = z;
    if (thresholds[0] != 0) {
      Affine shift = new Affine(Tensor.scalar(1), Tensor.scalar(-thresholds[0]));
      shifted = scope.builder().add(scope.names().claim(site.name() + "/input"), shift, z);
    }
    Operation units = new Rectifier(site.operator(), Tensor.scalar(1), site.role());
    return scope.builder().add(site.name(), units, shifted);
  }
}
