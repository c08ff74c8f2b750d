package org.folding.onnx;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.folding.api.network.Affine;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/**
 * Add, Sub, Mul and Div of a computed tensor and a constant, or of two constants; Add and Sub of
 * two computed tensors of one shape, as a residual connection has them.
 */
final class ArithmeticReader implements OperatorReader {
  /** The most values that two smaller constants may be repeated to. */
  private static final int MOST_VALUES = 1 << 26;

  private final Arithmetic arithmetic;

  ArithmeticReader(Arithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  @Override
  public Value read(NodeCall node) {
    Value left = node.input(0);
    Value right = node.input(1);
    if (left instanceof Constant a && right instanceof Constant b) {
      return folded(node, a, b);
    }
    if (left instanceof Signal x && right instanceof Constant) {
      return node.emit(ofLeft(Broadcast.to(node, x, node.weights(1))), x);
    }
    if (left instanceof Constant && right instanceof Signal x) {
      return node.emit(ofRight(node, Broadcast.to(node, x, node.weights(0))), x);
    }
    Signal x = node.signal(0);
    Signal y = node.signal(1);
    if (!arithmetic.isSum()) {
      throw node.refuse(
          arithmetic.verb()
              + " two computed tensors, which is not piecewise linear;"
              + " one of them must be a constant");
    }
    if (!x.shape().equals(y.shape())) {
      throw node.refuse(
          arithmetic.verb()
              + " computed tensors of shapes "
              + x.shape()
              + " and "
              + y.shape()
              + "; that is supported for equal shapes only");
    }
    double factor = arithmetic == Arithmetic.SUB ? -1 : 1;
    return node.emit(new Sum(List.of(1.0, factor)), List.of(x, y));
  }

  /** x ∘ c. */
  private Affine ofLeft(Tensor c) {
    return switch (arithmetic) {
      case ADD -> new Affine(Tensor.scalar(1), c);
      case SUB -> new Affine(Tensor.scalar(1), mapped(c, v -> 0 - v));
      case MUL -> new Affine(c, Tensor.scalar(0));
      case DIV -> new Affine(mapped(c, v -> divided(1, v)), Tensor.scalar(0));
    };
  }

  /** c ∘ x. */
  private Affine ofRight(NodeCall node, Tensor c) {
    return switch (arithmetic) {
      case SUB -> new Affine(Tensor.scalar(-1), c);
      case DIV ->
          throw node.refuse(
              "divides a constant by a computed tensor, which is not piecewise linear");
      case ADD, MUL -> ofLeft(c);
    };
  }

  private static Tensor mapped(Tensor tensor, DoubleUnaryOperator map) {
    double[] values = tensor.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = map.applyAsDouble(values[i]);
    }
    return Tensor.of(tensor.shape(), values);
  }

  private static double divided(double dividend, double divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("divides by a constant that is zero");
    }
    return dividend / divisor;
  }

  private Constant folded(NodeCall node, Constant a, Constant b) {
    int[] dims = Strides.common(a.dims(), b.dims());
    if (dims == null || a.type() != b.type()) {
      throw node.refuse(
          "combines constants of shape "
              + a.shapeText()
              + " and "
              + b.shapeText()
              + " and of types "
              + a.type()
              + " and "
              + b.type()
              + ", which do not fit together");
    }
    if (Strides.size(dims) > MOST_VALUES) {
      throw node.refuse("makes a constant of shape " + Constant.text(dims) + ", too large");
    }
    double[] left = Strides.broadcast(a.values(), a.dims(), dims);
    double[] right = Strides.broadcast(b.values(), b.dims(), dims);
    double[] result = new double[left.length];
    for (int i = 0; i < result.length; i++) {
      if (arithmetic == Arithmetic.DIV) {
        double quotient = divided(left[i], right[i]);
        // Integers are divided towards zero, as in C.
        result[i] = a.isFloat() ? quotient : (double) (long) quotient;
      } else {
        result[i] = arithmetic.apply(left[i], right[i]);
      }
    }
    return Constant.of(node.result(), a.type(), dims, result);
  }
}
