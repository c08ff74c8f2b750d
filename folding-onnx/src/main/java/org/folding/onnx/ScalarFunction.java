package org.folding.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.special.Erf;
import org.folding.api.InvalidInputException;

/** What some nodes that work element by element make of single numbers. */
final class ScalarFunction {
  private static final Set<String> KNOWN =
      Set.of(
          "Add",
          "Sub",
          "Mul",
          "Div",
          "Pow",
          "Neg",
          "Exp",
          "Log",
          "Sqrt",
          "Reciprocal",
          "Abs",
          "Erf",
          "Tanh",
          "Sigmoid",
          "Softplus",
          "Identity",
          "Cast",
          "Where",
          "Greater",
          "Less",
          "GreaterOrEqual",
          "LessOrEqual");

  private final List<NodeProto> nodes;
  private final Map<String, Integer> producers;
  private final GraphStructure graph;
  private final OnnxTensors tensors;
  private final Map<String, OptionalDouble> constants = new HashMap<>();

  ScalarFunction(
      List<NodeProto> nodes,
      Map<String, Integer> producers,
      GraphStructure graph,
      OnnxTensors tensors) {
    this.nodes = nodes;
    this.producers = producers;
    this.graph = graph;
    this.tensors = tensors;
  }

  /** Whether a node works element by element in a way that is known here. */
  static boolean isKnown(NodeProto node) {
    return OnnxFile.isDefaultDomain(node.getDomain())
        && KNOWN.contains(node.getOpType())
        && node.getOutputCount() == 1
        && node.getInputCount() > 0;
  }

  boolean isConstant(String tensor) {
    return constant(tensor).isPresent();
  }

  /**
   * @param base a tensor
   * @param result another one
   * @param arguments values of an element of the base
   * @return the values of that element of the result; empty if these do not depend on the base and
   *     on constants of one number alone
   */
  Optional<double[]> values(String base, String result, double[] arguments) {
    double[] values = new double[arguments.length];
    for (int i = 0; i < values.length; i++) {
      Map<String, Double> known = new HashMap<>();
      known.put(base, arguments[i]);
      values[i] = value(result, known);
      if (Double.isNaN(values[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** The indices of the nodes by which the result depends on the base. */
  Set<Integer> between(String base, String result) {
    Set<Integer> between = new TreeSet<>();
    collect(result, base, between);
    return between;
  }

  /** Whether some of the nodes read a number with so many axes that it may give results more. */
  boolean addsAxes(Set<Integer> members) {
    for (int member : members) {
      for (String input : nodes.get(member).getInputList()) {
        if (number(input).map(TensorProto::getDimsCount).orElse(0) > 1) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean collect(String tensor, String base, Set<Integer> between) {
    Integer producer = producers.get(tensor);
    if (tensor.equals(base) || producer == null || !isKnown(nodes.get(producer))) {
      return tensor.equals(base);
    }
    boolean depends = between.contains(producer);
    for (String input : nodes.get(producer).getInputList()) {
      depends |= collect(input, base, between);
    }
    if (depends) {
      between.add(producer);
    }
    return depends;
  }

  /** NaN where it cannot be told. */
  private double value(String tensor, Map<String, Double> known) {
    Double value = known.get(tensor);
    if (value != null) {
      return value;
    }
    double computed = constant(tensor).orElse(Double.NaN);
    Integer producer = producers.get(tensor);
    if (Double.isNaN(computed)
        && producer != null
        && isKnown(nodes.get(producer))
        && nodes.get(producer).getInputCount() > 0) {
      NodeProto node = nodes.get(producer);
      double a = value(node.getInput(0), known);
      computed =
          switch (node.getInputCount()) {
            case 1 -> isTruncation(node) ? Double.NaN : unary(node.getOpType(), a);
            case 2 -> binary(node.getOpType(), a, value(node.getInput(1), known));
            case 3 -> chosen(node, a, known);
            default -> Double.NaN;
          };
    }
    known.put(tensor, computed);
    return computed;
  }

  private double chosen(NodeProto where, double condition, Map<String, Double> known) {
    double yes = value(where.getInput(1), known);
    double no = value(where.getInput(2), known);
    // Of both it must be known what they depend on.
    return Double.isNaN(condition + yes * 0 + no * 0) ? Double.NaN : condition != 0 ? yes : no;
  }

  /** Whether a node leaves whole numbers of others; those of comparisons are whole. */
  private boolean isTruncation(NodeProto node) {
    Integer producer = producers.get(node.getInput(0));
    return !FloatTypes.ofCast(node).map(FloatTypes::contains).orElse(true)
        && !(producer != null
            && UnitOperators.COMPARISONS.contains(nodes.get(producer).getOpType()));
  }

  private static double unary(String operator, double x) {
    return switch (operator) {
      case "Neg" -> -x;
      case "Exp" -> Math.exp(x);
      case "Log" -> Math.log(x);
      case "Sqrt" -> Math.sqrt(x);
      case "Reciprocal" -> 1 / x;
      case "Abs" -> Math.abs(x);
      case "Erf" -> Double.isNaN(x) ? x : Erf.erf(x);
      case "Tanh" -> Math.tanh(x);
      case "Sigmoid" -> 1 / (1 + Math.exp(-x));
      case "Softplus" -> Math.log1p(Math.exp(x));
      case "Identity", "Cast" -> x;
      default -> Double.NaN;
    };
  }

  private static double binary(String operator, double a, double b) {
    return switch (operator) {
      case "Add" -> a + b;
      case "Sub" -> a - b;
      case "Mul" -> a * b;
      case "Div" -> a / b;
      case "Greater" -> compared(a, b, a > b);
      case "Less" -> compared(a, b, a < b);
      case "GreaterOrEqual" -> compared(a, b, a >= b);
      case "LessOrEqual" -> compared(a, b, a <= b);
      case "Pow" -> Math.pow(a, b);
      default -> Double.NaN;
    };
  }

  private static double compared(double a, double b, boolean holds) {
    return Double.isNaN(a + b) ? Double.NaN : holds ? 1 : 0;
  }

  private OptionalDouble constant(String tensor) {
    return constants.computeIfAbsent(tensor, this::read);
  }

  private OptionalDouble read(String tensor) {
    Optional<TensorProto> proto = number(tensor);
    if (proto.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(tensors.read(proto.get()).values()[0]);
    } catch (InvalidInputException e) {
      // Told when the node that reads it is.
      return OptionalDouble.empty();
    }
  }

  /** A constant of one number, which may be repeated. */
  private Optional<TensorProto> number(String tensor) {
    TensorProto proto = graph.initializers().get(tensor);
    Integer producer = producers.get(tensor);
    if (proto == null && producer != null) {
      NodeProto node = nodes.get(producer);
      switch (node.getOpType()) {
        case "Constant" -> proto = tensor(node).orElse(null);
        case "ConstantOfShape" -> proto = tensor(node).orElse(float32(0));
        case "Expand" -> {
          return number(node.getInput(0));
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.ofNullable(proto)
        .filter(p -> p.getDimsList().stream().allMatch(extent -> extent == 1));
  }

  private static Optional<TensorProto> tensor(NodeProto node) {
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.getName().equals("value_float")) {
        return Optional.of(float32(attribute.getF()));
      }
      if (attribute.getName().equals("value")) {
        return Optional.of(attribute.getT());
      }
    }
    return Optional.empty();
  }

  private static TensorProto float32(float number) {
    return TensorProto.newBuilder().setDataType(DataType.FLOAT_VALUE).addFloatData(number).build();
  }
}
