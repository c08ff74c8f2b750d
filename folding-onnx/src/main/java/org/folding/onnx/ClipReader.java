package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/**
 * Clip, with bounds as attributes or, from opset 11, as inputs: also ReLU6 and Hardtanh. A bound
 * that is left out, infinite or the greatest number of its type is none; with one bound a unit has
 * one bit.
 */
final class ClipReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    return between(node, node.signal(0), lower(node), upper(node));
  }

  /**
   * @param lower the lower bound, −∞ for none
   * @param upper the upper bound, ∞ for none
   */
  static Signal between(NodeCall node, Signal x, double lower, double upper) {
    if (lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
      throw node.refuse("has the bounds " + lower + " and " + upper + ", between which is nothing");
    }
    boolean bounded = !Double.isInfinite(lower);
    if (bounded && !Double.isInfinite(upper)) {
      return node.emit(
          new Clip(node.operator(), Tensor.scalar(lower), Tensor.scalar(upper), node.role()), x);
    }
    if (bounded) {
      return shifted(node, "output", rectified(node, x, lower), lower);
    }
    if (!Double.isInfinite(upper)) {
      // min(x, u) = x − relu(x − u), and not u − relu(u − x), so that a bit is 1 above the bound.
      Signal above = rectified(node, x, upper);
      return node.emitPart("output", new Sum(List.of(1.0, -1.0)), List.of(x, above));
    }
    return x;
  }

  /** The lower bound, −∞ where there is none. */
  static double lower(NodeCall node) {
    return bound(node, "min", 1, Double.NEGATIVE_INFINITY);
  }

  /** The upper bound, ∞ where there is none. */
  static double upper(NodeCall node) {
    return bound(node, "max", 2, Double.POSITIVE_INFINITY);
  }

  private static Signal rectified(NodeCall node, Signal x, double bound) {
    Rectifier rectifier = new Rectifier(node.operator(), Tensor.scalar(0), node.role());
    return node.emit(rectifier, shifted(node, "input", x, -bound));
  }

  private static Signal shifted(NodeCall node, String part, Signal x, double shift) {
    return shift == 0
        ? x
        : node.emitPart(part, new Affine(Tensor.scalar(1), Tensor.scalar(shift)), x);
  }

  private static double bound(NodeCall node, String name, int index, double none) {
    double bound = none;
    DataType type = DataType.FLOAT;
    if (node.has(index)) {
      Constant constant = bound(node, index);
      if (constant.values().length != 1) {
        throw node.refuse("has a '" + name + "' of shape " + constant.shapeText() + ", no scalar");
      }
      bound = constant.values()[0];
      type = constant.type();
    } else if (node.attributes().has(name)) {
      bound = node.attributes().bound(name);
    }
    if (Double.isNaN(bound)) {
      throw node.refuse("has the '" + name + "' NaN");
    }
    return effective(bound, type);
  }

  /** A bound of a type; infinite where it is what exporters write for none. */
  static double effective(double bound, DataType type) {
    double greatest = type == DataType.DOUBLE ? Double.MAX_VALUE : Float.MAX_VALUE;
    return Math.abs(bound) >= greatest ? Math.copySign(Double.POSITIVE_INFINITY, bound) : bound;
  }

  private static Constant bound(NodeCall node, int index) {
    return node.unbounded(index) instanceof Constant constant && constant.isFloat()
        ? constant
        : node.weights(index);
  }
}
