package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.folding.api.network.Network;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.onnx.RuntimeSession.Output;

/**
 * Compares a network with the model it was read from, as ONNX Runtime evaluates it, on random
 * inputs. A misread weight, axis or operator shows here, before anything is measured.
 */
final class RuntimeCheck {
  private static final long SEED = 20250212;

  /** Of the rows of a fixed batch only so many are compared. */
  private static final int MOST_ROWS = 4;

  /** The most input values that a fixed batch may ask for. */
  private static final int MOST_VALUES = 1 << 25;

  /** How many typical rounding errors the results may lie apart. */
  private static final double TOLERANCE = 16;

  private final Location location;
  private final String switchOff;

  /**
   * @param location the model's file
   * @param switchOff the setting that turns this check off, for messages
   */
  RuntimeCheck(Location location, String switchOff) {
    this.location = location;
    this.switchOff = switchOff;
  }

  /**
   * @param graph a graph that was read
   * @param network what it was read as, with the tensors of its frontier as output
   * @throws org.folding.api.InvalidInputException if the network gives another result than ONNX
   *     Runtime, or ONNX Runtime cannot evaluate the model or cannot be loaded
   */
  void check(LoadedGraph graph, Network network) {
    load();
    int rows = graph.batch().rows();
    int width = network.inputShape().size();
    double[] inputs = inputs(rows, width);
    double[] outputs = evaluate(graph, rows, inputs);
    int size = network.outputShape().size();
    if (outputs.length != (long) rows * size) {
      throw location.refuse(
          tensors(graph)
              + " has "
              + outputs.length / rows
              + " values in ONNX Runtime but "
              + size
              + " as folding read it; folding would give wrong numbers, so the model is refused");
    }
    NetworkEvaluator evaluator = new NetworkEvaluator(network);
    double roundoff = roundoff(graph);
    RoundingError rounding = new RoundingError(network, roundoff);
    for (int row = 0; row < Math.min(rows, MOST_ROWS); row++) {
      double[] input = Arrays.copyOfRange(inputs, row * width, (row + 1) * width);
      double[] expected = Arrays.copyOfRange(outputs, row * size, (row + 1) * size);
      double[] tolerances = rounding.ofOutput(input);
      for (int i = 0; i < tolerances.length; i++) {
        tolerances[i] = TOLERANCE * tolerances[i] + least(roundoff);
      }
      compare(graph, expected, evaluator.output(input), tolerances);
    }
  }

  private void load() {
    try {
      RuntimeSession.load();
    } catch (LinkageError | RuntimeException e) {
      throw location.refuse(
          "cannot be compared with ONNX Runtime, whose native library cannot be loaded here ("
              + Location.printable(rootCause(e).toString())
              + "); set "
              + switchOff
              + " to load models without this check",
          e);
    }
  }

  private static Throwable rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Multiples of 1/64 in [−1, 1], which every float type holds exactly. */
  private double[] inputs(int rows, int width) {
    SplittableRandom random = new SplittableRandom(SEED);
    long count = (long) rows * width;
    if (count > MOST_VALUES) {
      throw location.refuse(
          "has a fixed batch of " + rows + " inputs, too large to check; set " + switchOff);
    }
    double[] inputs = new double[(int) count];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.nextInt(-64, 65) / 64.0;
    }
    return inputs;
  }

  private double[] evaluate(LoadedGraph graph, int rows, double[] inputs) {
    GraphInput input = graph.structure().input();
    byte[] model = RewrittenModel.bytes(graph, graph.frontier(), false);
    try (RuntimeSession session = RuntimeSession.open(model, input, ExecutionProvider.CPU)) {
      return byRow(session.run(rows, inputs), rows);
    } catch (OrtException | IllegalArgumentException e) {
      throw location.refuse(
          "ONNX Runtime cannot evaluate this model for its input "
              + Location.quote(input.name())
              + ", so it cannot be checked ("
              + Location.printable(String.valueOf(e.getMessage()))
              + "); set "
              + switchOff
              + " to load it without this check",
          e);
    }
  }

  /** The values of all outputs, row after row. */
  private static double[] byRow(Output[] outputs, int rows) {
    int size = Arrays.stream(outputs).mapToInt(output -> output.values().length / rows).sum();
    double[] values = new double[rows * size];
    int offset = 0;
    for (int row = 0; row < rows; row++) {
      for (Output output : outputs) {
        int length = output.values().length / rows;
        System.arraycopy(output.values(), row * length, values, offset, length);
        offset += length;
      }
    }
    return values;
  }

  private static String tensors(LoadedGraph graph) {
    List<String> names = graph.frontier().stream().map(Location::quote).toList();
    return (names.size() == 1 && graph.frontier().get(0).equals(graph.structure().output())
            ? "output "
            : "what the network ends with, ")
        + String.join(", ", names);
  }

  private void compare(LoadedGraph graph, double[] expected, double[] actual, double[] tolerances) {
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs(expected[i] - actual[i]);
      // Written so that NaN is refused.
      if (!(difference <= tolerances[i])) {
        throw location.refuse(
            tensors(graph)
                + " differs from ONNX Runtime's at element "
                + i
                + ": "
                + actual[i]
                + " instead of "
                + expected[i]
                + " on a random input, "
                + difference
                + " apart, and rounding explains at most "
                + tolerances[i]
                + "; folding does not read this model as ONNX Runtime does, so it is refused ("
                + switchOff
                + " loads it all the same)");
      }
    }
  }

  /** Below a type's least normal number its error is absolute; binary16 gets there early. */
  private static double least(double roundoff) {
    return roundoff == 0x1p-11 ? 0x1p-18 : Float.MIN_NORMAL;
  }

  /** The unit roundoff of the coarsest float type in the model. */
  static double roundoff(LoadedGraph graph) {
    double roundoff = roundoff(graph.structure().input().type());
    for (var tensor : graph.structure().initializers().values()) {
      DataType type = DataType.forNumber(tensor.getDataType());
      roundoff = Math.max(roundoff, type == null ? 0 : roundoff(type));
    }
    for (NodeProto node : graph.kept().nodes()) {
      roundoff =
          Math.max(roundoff, FloatTypes.ofCast(node).map(RuntimeCheck::roundoff).orElse(0.0));
    }
    return roundoff;
  }

  private static double roundoff(DataType type) {
    return switch (type) {
      case DOUBLE -> 0x1p-53;
      case FLOAT -> 0x1p-24;
      case FLOAT16 -> 0x1p-11;
      case BFLOAT16 -> 0x1p-8;
      default -> 0;
    };
  }
}
