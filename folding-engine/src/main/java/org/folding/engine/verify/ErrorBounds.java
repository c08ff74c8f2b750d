package org.folding.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folding.api.network.Clip;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.engine.arithmetic.Float64;
import org.folding.engine.network.LinearRows;

/**
 * Bounds of the rounding errors in the values of an evaluation in float64: for each element the
 * worst case, whatever the order of its sum (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd edition, section 3.1). A sum of zeros alone has no error. Used by one thread.
 */
final class ErrorBounds {
  /** Covers the terms of second order and the rounding of the bounds themselves. */
  private static final double MARGIN = 1.01;

  private final Network network;
  private final List<Optional<LinearRows>> rows = new ArrayList<>();
  // The bound of each element of each value.
  private final double[][] errors;
  private final Row row = new Row();

  ErrorBounds(Network network) {
    this.network = network;
    this.errors = new double[network.nodes().size() + 1][];
    errors[0] = new double[network.inputShape().size()];
    for (int i = 0; i < network.nodes().size(); i++) {
      Network.Node node = network.nodes().get(i);
      errors[i + 1] = new double[node.shape().size()];
      boolean bends =
          node.operation() instanceof Rectifier
              || node.operation() instanceof Clip
              || node.operation() instanceof MaxOfGroups;
      rows.add(bends ? Optional.empty() : Optional.of(rows(node)));
    }
  }

  private LinearRows rows(Network.Node node) {
    List<Shape> shapes =
        node.operands().stream()
            .map(v -> v == 0 ? network.inputShape() : network.nodes().get(v - 1).shape())
            .toList();
    return LinearRows.of(node.operation(), shapes, node.shape());
  }

  /** The bounds of the input's elements, to be set before {@link #update}. */
  double[] input() {
    return errors[0];
  }

  /**
   * Computes all bounds.
   *
   * @param values the values that were computed, the input's first
   */
  void update(double[][] values) {
    for (int i = 0; i < rows.size(); i++) {
      Network.Node node = network.nodes().get(i);
      double[] bound = errors[i + 1];
      int first = node.operands().get(0);
      double[] error = errors[first];
      if (rows.get(i).isPresent()) {
        row.start(node.operands(), values, errors);
        for (int o = 0; o < bound.length; o++) {
          bound[o] = row.bound(rows.get(i).get(), o);
        }
      } else if (node.operation() instanceof Rectifier rectifier) {
        for (int u = 0; u < bound.length; u++) {
          bound[u] = rectified(values[first][u], error[u], each(rectifier.negativeSlope(), u));
        }
      } else if (node.operation() instanceof MaxOfGroups max) {
        for (int g = 0; g < bound.length; g++) {
          bound[g] = 0;
          for (int k = 0; k < max.size(g); k++) {
            bound[g] = Math.max(bound[g], error[max.element(g, k)]);
          }
        }
      } else if (node.operation() instanceof Clip clip) {
        for (int u = 0; u < bound.length; u++) {
          boolean below = each(clip.lower(), u) - values[first][u] > error[u];
          boolean above = values[first][u] - each(clip.upper(), u) > error[u];
          bound[u] = below || above ? 0 : error[u];
        }
      }
    }
  }

  /** The bounds of a value's elements. */
  double[] of(int value) {
    return errors[value];
  }

  private static double rectified(double z, double error, double slope) {
    boolean isExact = slope == 0 || slope == 1 || slope == -1 || z == 0;
    double rounding = isExact ? 0 : Float64.UNIT_ROUNDOFF * Math.abs(slope * z);
    if (z > error) {
      return error;
    }
    double steepest = z < -error ? Math.abs(slope) : Math.max(1, Math.abs(slope));
    double bound = MARGIN * (steepest * error + rounding);
    // The product may underflow, and its rounding with it.
    return isExact ? bound : bound + Double.MIN_VALUE;
  }

  private static double each(Tensor values, int index) {
    return values.get(values.size() == 1 ? 0 : index);
  }

  /** A row of an affine operation at a point. */
  private static final class Row implements LinearRows.Sink {
    private List<Integer> operands = List.of();
    private double[][] values = {};
    private double[][] errors = {};
    private double magnitude;
    private double inherited;
    private int terms;
    private double lastWeight;

    void start(List<Integer> newOperands, double[][] newValues, double[][] newErrors) {
      operands = newOperands;
      values = newValues;
      errors = newErrors;
    }

    double bound(LinearRows rows, int output) {
      magnitude = 0;
      inherited = 0;
      terms = 0;
      double shift = rows.row(output, this);
      boolean copied = terms == 1 && shift == 0 && Math.abs(lastWeight) == 1;
      if (terms == 0 || copied) {
        return inherited;
      }
      // Each product may be rounded once and each partial sum once; a product may underflow.
      double own = (terms + 1) * Float64.UNIT_ROUNDOFF * (magnitude + Math.abs(shift));
      return MARGIN * (inherited + own) + terms * Double.MIN_VALUE;
    }

    @Override
    public void entry(int operand, int element, double weight) {
      int value = operands.get(operand);
      double x = values[value][element];
      double error = errors[value][element];
      if (weight != 0 && (x != 0 || error != 0)) {
        magnitude += Math.abs(weight * x);
        inherited += Math.abs(weight) * error;
        terms++;
        lastWeight = weight;
      }
    }
  }
}
