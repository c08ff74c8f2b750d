package org.folding.core.cantornet;

import static org.folding.api.network.UnitRole.HIDDEN;
import static org.folding.api.network.UnitRole.PROJECTION;
import static org.folding.api.network.UnitRole.READOUT;

import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;

/**
 * CantorNet A: k times x ↦ ReLU(W2 ReLU(W1 x + b1)), which folds [0, 1] into thirds along the first
 * axis, then ReLU(−½ x1 + x2 − ½).
 */
final class RecursiveNetwork {
  private static final Dense FOLD =
      new Dense(Tensor.of(Shape.of(3, 2), 3, 0, -3, 0, 0, 1), Tensor.vector(-2, 1, 0));
  private static final Dense PROJECT =
      new Dense(Tensor.of(Shape.of(2, 3), 1, 1, 0, 0, 0, 1), Tensor.vector(0, 0));
  private static final Dense READ =
      new Dense(Tensor.of(Shape.of(1, 2), -0.5, 1), Tensor.vector(-0.5));

  private RecursiveNetwork() {}

  static Network of(String name, int depth) {
    Network.Builder network = Network.builder(name, Shape.of(2));
    for (int k = 1; k <= depth; k++) {
      network.then("recursion" + k + ".linear", FOLD);
      network.then("recursion" + k, Rectifier.relu(HIDDEN));
      network.then("projection" + k + ".linear", PROJECT);
      network.then("projection" + k, Rectifier.relu(PROJECTION));
    }
    network.then("readout.linear", READ);
    network.then("readout", Rectifier.relu(READOUT));
    return network.build();
  }
}
