package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operators that are activations: which bits their units have. A unit's bit is 1 iff its
 * pre-activation lies above a threshold: where ReLU-like functions bend, where clipped ones begin
 * and end to rise, and zero for smooth ones.
 */
final class UnitOperators {
  private static final double[] ZERO = {0};
  private static final double[] NONE = {};

  /** Smooth activations of which a larger input always has a larger result. */
  private static final Set<String> INCREASING =
      Set.of("Sigmoid", "Tanh", "Erf", "Softplus", "Softsign");

  /** Of two tensors; their units are those of one that is held against a number. */
  static final Set<String> COMPARISONS = Set.of("Greater", "Less", "GreaterOrEqual", "LessOrEqual");

  private static final Set<String> EXTREMA = Set.of("Max", "Min");

  /** Gives the thresholds of a node's units, none where it is no activation after all. */
  private interface Thresholds {
    double[] of(NodeCall node);
  }

  private static final Map<String, Thresholds> BENDING = new TreeMap<>();
  private static final Map<String, Thresholds> SMOOTH = new TreeMap<>();

  static {
    for (String operator : Set.of("Relu", "LeakyRelu", "PRelu", "Abs")) {
      BENDING.put(operator, node -> ZERO);
    }
    BENDING.put("Clip", UnitOperators::ofClip);
    BENDING.put("HardSigmoid", UnitOperators::ofHardSigmoid);
    for (String operator : EXTREMA) {
      BENDING.put(operator, UnitOperators::ofBound);
    }
    for (String operator :
        Set.of(
            "Elu",
            "Selu",
            "Celu",
            "Softplus",
            "Softsign",
            "Mish",
            "Gelu",
            "Swish",
            "Sigmoid",
            "Tanh",
            "Erf")) {
      SMOOTH.put(operator, node -> ZERO);
    }
    // x · HardSigmoid(x), with bends where that has them.
    SMOOTH.put("HardSwish", node -> new double[] {-3, 3});
    SMOOTH.put("ThresholdedRelu", node -> new double[] {node.attributes().real("alpha", 1)});
    SMOOTH.put("Shrink", UnitOperators::ofShrink);
    // As Where chooses by them between two pieces.
    for (String operator : COMPARISONS) {
      SMOOTH.put(operator, UnitOperators::ofBound);
    }
  }

  private UnitOperators() {}

  /** Whether a node is an activation that is not piecewise linear, or not continuous. */
  static boolean isSmooth(NodeProto node) {
    return SMOOTH.containsKey(operator(node));
  }

  /** Whether a node is a smooth activation that leaves the largest of its inputs the largest. */
  static boolean isIncreasing(NodeProto node) {
    return INCREASING.contains(operator(node));
  }

  /** Whether a node is an activation. */
  static boolean isActivation(NodeProto node) {
    return BENDING.containsKey(operator(node)) || isSmooth(node);
  }

  private static String operator(NodeProto node) {
    boolean known =
        OnnxFile.isDefaultDomain(node.getDomain())
            // Models that ONNX Runtime has optimised.
            || (node.getDomain().equals("com.microsoft") && node.getOpType().equals("Gelu"));
    return known ? node.getOpType() : "";
  }

  /**
   * @param node an activation
   * @return the thresholds of its bits, rising; none if it has no units
   */
  static double[] thresholds(NodeCall node) {
    Thresholds thresholds = BENDING.get(node.operator());
    return (thresholds == null ? SMOOTH.get(node.operator()) : thresholds).of(node);
  }

  /**
   * @param node an activation with units
   * @return which of its inputs are the pre-activations
   */
  static int preactivations(NodeCall node) {
    boolean isBound = EXTREMA.contains(node.operator()) || COMPARISONS.contains(node.operator());
    return isBound ? Bound.of(node).map(Bound::input).orElse(0) : 0;
  }

  /** With one number; otherwise a switch of the larger one is no flip. */
  private static double[] ofBound(NodeCall node) {
    return Bound.of(node).stream().mapToDouble(Bound::number).filter(Double::isFinite).toArray();
  }

  private static double[] ofClip(NodeCall node) {
    double[] bounds = {ClipReader.lower(node), ClipReader.upper(node)};
    return Arrays.stream(bounds).filter(Double::isFinite).toArray();
  }

  private static double[] ofHardSigmoid(NodeCall node) {
    double alpha = HardSigmoidReader.alpha(node);
    double beta = HardSigmoidReader.beta(node);
    if (alpha == 0) {
      return NONE;
    }
    double[] bounds = {-beta / alpha, (1 - beta) / alpha};
    Arrays.sort(bounds);
    return bounds;
  }

  private static double[] ofShrink(NodeCall node) {
    double lambda = node.attributes().real("lambd", 0.5);
    return lambda == 0 ? ZERO : new double[] {-Math.abs(lambda), Math.abs(lambda)};
  }
}
