package org.folding.core.cantornet;

import static org.folding.api.network.UnitRole.HIDDEN;
import static org.folding.api.network.UnitRole.READOUT;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;

/**
 * CantorNet B and C: the boundary's lines v_j, the region above each notch as a maximum of three of
 * them (uncounted), then minima of pairs until one value is left. Each stage's read-out is folded
 * into the weights of the next, so that a stage is one layer of units.
 */
final class MinimaNetwork {
  private MinimaNetwork() {}

  static Network of(String name, int depth, Minimum minimum) {
    Network.Builder network = Network.builder(name, Shape.of(2));
    network.then(depth == 1 ? "lines.linear" : "lines.boundary", BoundaryLines.of(depth));
    if (depth > 1) {
      network.then("lines.maxima", MaxOfGroups.of(conditions(BoundaryLines.count(depth))));
    }
    network.then("lines", Rectifier.relu(HIDDEN));

    int values = network.shape(depth == 1 ? 2 : 3).size();
    // The values are u of the units before, by value = Σ readout[value][unit] · u[unit].
    Matrix readout = Matrix.identity(values);
    for (int stage = 1; values > 1; stage++) {
      network.then("minima" + stage + ".linear", dense(units(values, minimum).times(readout)));
      network.then("minima" + stage, Rectifier.relu(HIDDEN));
      readout = readout(values, minimum);
      values = readout.rows();
    }
    network.then("readout.linear", dense(readout));
    network.then("readout", Rectifier.relu(READOUT));
    return network.build();
  }

  /**
   * c = (v_0, v_1, v_{n−1}, d_1, d_2, …) with d_m = max(v_{4m−2}, v_{4m−1}, v_{4m}). The remaining
   * lines lie at height ½, as v_1 does.
   */
  private static List<List<Integer>> conditions(int lines) {
    List<List<Integer>> groups = new ArrayList<>();
    groups.add(List.of(0));
    groups.add(List.of(1));
    groups.add(List.of(lines - 1));
    for (int m = 1; m <= lines / 4; m++) {
      groups.add(List.of(4 * m - 2, 4 * m - 1, 4 * m));
    }
    return groups;
  }

  /** The rows I⊗M, and for an odd value left over the two rows of ReLU(a) and ReLU(−a). */
  private static Matrix units(int values, Minimum minimum) {
    int pairs = values / 2;
    Matrix units = new Matrix(pairs * minimum.units() + 2 * (values % 2), values);
    for (int pair = 0; pair < pairs; pair++) {
      for (int unit = 0; unit < minimum.units(); unit++) {
        int row = pair * minimum.units() + unit;
        units.set(row, 2 * pair, minimum.inner(unit, 0));
        units.set(row, 2 * pair + 1, minimum.inner(unit, 1));
      }
    }
    if (values % 2 == 1) {
      units.set(units.rows() - 2, values - 1, 1);
      units.set(units.rows() - 1, values - 1, -1);
    }
    return units;
  }

  /** The rows I⊗s, and for an odd value left over a = ReLU(a) − ReLU(−a). */
  private static Matrix readout(int values, Minimum minimum) {
    int pairs = values / 2;
    int units = pairs * minimum.units();
    Matrix readout = new Matrix(pairs + values % 2, units + 2 * (values % 2));
    for (int pair = 0; pair < pairs; pair++) {
      for (int unit = 0; unit < minimum.units(); unit++) {
        readout.set(pair, pair * minimum.units() + unit, minimum.outer(unit));
      }
    }
    if (values % 2 == 1) {
      readout.set(pairs, units, 1);
      readout.set(pairs, units + 1, -1);
    }
    return readout;
  }

  private static Dense dense(Matrix weights) {
    return new Dense(weights.toTensor(), Tensor.vector(new double[weights.rows()]));
  }
}
