package org.folding.onnx;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.folding.api.network.Affine;
import org.folding.api.network.Shape;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/**
 * Add, Sub, Mul and Div of a computed tensor and a constant, or of two constants; Add and Sub of
 * two computed tensors, as a residual connection has them. All are broadcast as in numpy.
 */
final class ArithmeticReader implements OperatorReader {
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
    boolean computed = left instanceof Signal && right instanceof Signal;
    if (computed && !arithmetic.isSum()) {
      throw node.refuse(
          arithmetic.verb()
              + " two computed tensors, which is not piecewise linear;"
              + " one of them must be a constant");
    }
    List<Operand> operands = Broadcast.aligned(node, arithmetic.verb(), List.of(left, right));
    int[] dims = Broadcast.common(node, arithmetic.verb(), operands);
    if (computed) {
      double factor = arithmetic == Arithmetic.SUB ? -1 : 1;
      Signal x = (Signal) operands.get(0).repeated("left", dims);
      Signal y = (Signal) operands.get(1).repeated("right", dims);
      return node.emit(new Sum(List.of(1.0, factor)), List.of(x, y));
    }
    boolean constantIsRight = right instanceof Constant;
    node.weights(constantIsRight ? 1 : 0);
    Operand x = operands.get(constantIsRight ? 0 : 1);
    Tensor c = Broadcast.values(operands.get(constantIsRight ? 1 : 0), Shape.of(dims));
    return node.emit(
        constantIsRight ? ofLeft(c) : ofRight(node, c), (Signal) x.repeated("repeated", dims));
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
    return ConstantArithmetic.combined(
        node,
        a,
        b,
        a.type(),
        (left, right) -> {
          if (arithmetic != Arithmetic.DIV) {
            return arithmetic.apply(left, right);
          }
          double quotient = divided(left, right);
          // Integers are divided towards zero, as in C.
          return a.isFloat() ? quotient : (double) (long) quotient;
        });
  }
}
