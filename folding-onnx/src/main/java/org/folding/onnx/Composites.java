package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;

/**
 * Activations that exporters write as several nodes, such as x · ½(1 + erf(x/√2)), or a ReLU by a
 * comparison and a choice. They are recognised by their values: what lies between two tensors and
 * works element by element is evaluated at some numbers and compared with the activations that are
 * known. So the order of factors, and whether there is a division or a multiplication, does not
 * matter.
 */
final class Composites {
  /** Operators that most such activations begin with, or go through. */
  private static final Set<String> HEADS =
      Set.of(
          "Erf",
          "Tanh",
          "Sigmoid",
          "Softplus",
          "Exp",
          "Abs",
          "Greater",
          "Less",
          "LessOrEqual",
          "GreaterOrEqual");

  private static final int FARTHEST = 8;

  /** Where functions are compared. */
  private static final double[] ARGUMENTS = {
    -5, -2.5, -1.25, -0.7, -0.3, -0.1, 0.05, 0.2, 0.6, 1, 1.75, 3, 6
  };

  /**
   * Where functions of one bend at zero are compared. One that bends or jumps elsewhere is another
   * one at some of these numbers: all thresholds that networks have lie between them.
   */
  private static final double[] ABOUT_ZERO = {
    -1e30, -1000, -6, -1, -0.01, -1e-30, 0, 1e-30, 0.01, 1, 6, 1000, 1e30
  };

  /** Constants of the model may be binary16 numbers. */
  private static final double TOLERANCE = 1e-3;

  /** What rounding the products of a few numbers may make of them. */
  private static final double ROUNDING = 1e-14;

  private static final Map<String, List<DoubleUnaryOperator>> KNOWN =
      Map.of(
          "Gelu",
          List.of(
              x -> 0.5 * x * (1 + Erf.erf(x / Math.sqrt(2))),
              x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))),
          "QuickGelu",
          List.of(x -> x / (1 + Math.exp(-1.702 * x))),
          "SiLU",
          List.of(x -> x / (1 + Math.exp(-x))),
          "Mish",
          List.of(x -> x * Math.tanh(Math.log1p(Math.exp(x)))),
          "Softplus",
          List.of(x -> Math.log1p(Math.exp(x))),
          "Softsign",
          List.of(x -> x / (1 + Math.abs(x))));

  /**
   * An activation of several nodes.
   *
   * @param operator the activation's name
   * @param base the tensor of its pre-activations
   * @param head the index of the node that gives it its name
   * @param exit the index of the node that makes its result
   * @param members the indices of all its nodes
   * @param slopes of a function that is linear on either side of zero; empty for others
   */
  record Composite(
      String operator,
      String base,
      int head,
      int exit,
      Set<Integer> members,
      Optional<Slopes> slopes) {}

  /** The slopes of a function that bends at zero, where it is zero. */
  record Slopes(double below, double above) {
    /** What such a function is called. */
    String operator() {
      if (below == 0 || above == 0) {
        return "Relu";
      }
      return below == -above ? "Abs" : "LeakyRelu";
    }
  }

  private final List<NodeProto> nodes;
  private final ScalarFunction functions;
  private final Map<String, Integer> producers = new HashMap<>();
  private final Map<String, Set<Integer>> readers = new HashMap<>();
  private final Map<Integer, Composite> byMember = new HashMap<>();

  /**
   * @param nodes nodes, producers first
   * @param graph their graph
   * @param tensors reads its constants
   */
  Composites(List<NodeProto> nodes, GraphStructure graph, OnnxTensors tensors) {
    this.nodes = nodes;
    for (int i = 0; i < nodes.size(); i++) {
      for (String output : nodes.get(i).getOutputList()) {
        producers.put(output, i);
      }
      for (String input : nodes.get(i).getInputList()) {
        readers.computeIfAbsent(input, key -> new TreeSet<>()).add(i);
      }
    }
    readers.computeIfAbsent(graph.output(), key -> new TreeSet<>()).add(nodes.size());
    this.functions = new ScalarFunction(nodes, producers, graph, tensors);
    for (int i = 0; i < nodes.size(); i++) {
      if (HEADS.contains(nodes.get(i).getOpType())
          && nodes.get(i).getOutputCount() == 1
          && nodes.get(i).getInputCount() > 0
          && !byMember.containsKey(i)) {
        find(i).ifPresent(found -> found.members().forEach(m -> byMember.put(m, found)));
      }
    }
  }

  /** The activation that a node is a part of; empty where there is none. */
  Optional<Composite> at(int node) {
    return Optional.ofNullable(byMember.get(node));
  }

  private Optional<Composite> find(int head) {
    List<String> exits = following(head);
    for (String base : preceding(head)) {
      for (String exit : exits) {
        Optional<Slopes> slopes = slopes(head, base, exit);
        Optional<String> operator =
            slopes.isPresent()
                ? slopes.map(Slopes::operator)
                : functions.values(base, exit, ARGUMENTS).flatMap(Composites::recognised);
        if (operator.isPresent()) {
          Set<Integer> members = functions.between(base, exit);
          if (members.contains(head) && isClosed(members, exit) && isWhole(members)) {
            return Optional.of(
                new Composite(operator.get(), base, head, producers.get(exit), members, slopes));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The slopes of what a comparison leads to, if that bends at zero and nowhere else. */
  private Optional<Slopes> slopes(int head, String base, String exit) {
    if (!UnitOperators.COMPARISONS.contains(nodes.get(head).getOpType())
        || functions.addsAxes(functions.between(base, exit))) {
      return Optional.empty();
    }
    Optional<double[]> values = functions.values(base, exit, ABOUT_ZERO);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    int last = ABOUT_ZERO.length - 1;
    double below = values.get()[0] / ABOUT_ZERO[0];
    double above = values.get()[last] / ABOUT_ZERO[last];
    double steepest = Math.max(Math.abs(below), Math.abs(above));
    for (int i = 0; i <= last; i++) {
      double x = ABOUT_ZERO[i];
      double expected = x > 0 ? above * x : below * x;
      if (Math.abs(values.get()[i] - expected) > ROUNDING * steepest * Math.abs(x)) {
        return Optional.empty();
      }
    }
    return below == above ? Optional.empty() : Optional.of(new Slopes(below, above));
  }

  /** Whether no member is one of a bend that stands for itself. */
  private boolean isWhole(Set<Integer> members) {
    return members.stream()
        .map(byMember::get)
        .allMatch(other -> other == null || other.slopes().isEmpty());
  }

  private static Optional<String> recognised(double[] values) {
    for (Map.Entry<String, List<DoubleUnaryOperator>> known : KNOWN.entrySet()) {
      for (DoubleUnaryOperator function : known.getValue()) {
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
          double expected = function.applyAsDouble(ARGUMENTS[i]);
          same &= Math.abs(values[i] - expected) <= TOLERANCE * Math.max(0.1, Math.abs(expected));
        }
        if (same) {
          return Optional.of(known.getKey());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether nothing but the result is read from outside. */
  private boolean isClosed(Set<Integer> members, String exit) {
    for (int member : members) {
      for (String output : nodes.get(member).getOutputList()) {
        if (!output.equals(exit) && !members.containsAll(readers.getOrDefault(output, Set.of()))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The tensors that a node depends on element by element, nearest first. */
  private List<String> preceding(int head) {
    // A comparison may have its number first.
    Set<String> found = new LinkedHashSet<>();
    nodes.get(head).getInputList().stream()
        .filter(input -> !functions.isConstant(input))
        .limit(1)
        .forEach(found::add);
    List<String> open = new ArrayList<>(found);
    for (int depth = 0; depth < FARTHEST && !open.isEmpty(); depth++) {
      List<String> next = new ArrayList<>();
      for (String tensor : open) {
        Integer producer = producers.get(tensor);
        if (producer != null && ScalarFunction.isKnown(nodes.get(producer))) {
          for (String input : nodes.get(producer).getInputList()) {
            if (!functions.isConstant(input) && found.add(input)) {
              next.add(input);
            }
          }
        }
      }
      open = next;
    }
    return List.copyOf(found);
  }

  /** The tensors that depend on a node element by element, nearest first, itself the first. */
  private List<String> following(int head) {
    Set<String> found = new LinkedHashSet<>(List.of(nodes.get(head).getOutput(0)));
    List<String> open = new ArrayList<>(found);
    for (int depth = 0; depth < FARTHEST && !open.isEmpty(); depth++) {
      List<String> next = new ArrayList<>();
      for (String tensor : open) {
        for (int reader : readers.getOrDefault(tensor, Set.of())) {
          if (reader < nodes.size() && ScalarFunction.isKnown(nodes.get(reader))) {
            String output = nodes.get(reader).getOutput(0);
            if (found.add(output)) {
              next.add(output);
            }
          }
        }
      }
      open = next;
    }
    return List.copyOf(found);
  }
}
