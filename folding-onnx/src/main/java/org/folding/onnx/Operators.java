package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folding.api.InvalidInputException;

/** The operators of ONNX that can be read, each with its reader. */
final class Operators {
  private static final int LONGEST_LIST = 5;
  static final String NOT_LINEAR = "is not piecewise linear";

  private static final Map<String, OperatorReader> READERS = readers();

  private Operators() {}

  private static Map<String, OperatorReader> readers() {
    Map<String, OperatorReader> readers = new TreeMap<>();
    readers.put("Gemm", new GemmReader());
    readers.put("MatMul", new MatMulReader());
    readers.put("BatchNormalization", new BatchNormalizationReader());
    for (Arithmetic arithmetic : Arithmetic.values()) {
      readers.put(arithmetic.operator(), new ArithmeticReader(arithmetic));
    }
    readers.put("Relu", RectifierReaders::relu);
    readers.put("LeakyRelu", RectifierReaders::leakyRelu);
    readers.put("PRelu", RectifierReaders::parametricRelu);
    readers.put("Abs", RectifierReaders::absolute);
    readers.put("Clip", new ClipReader());
    readers.put("HardSigmoid", new HardSigmoidReader());
    readers.put("Neg", CombinationReaders::negation);
    readers.put("Sum", CombinationReaders::sum);
    readers.put("Mean", CombinationReaders::mean);
    readers.put("Max", new ExtremumReader(Extremum.MAX));
    readers.put("Min", new ExtremumReader(Extremum.MIN));
    for (Reduction reduction : Reduction.values()) {
      readers.put(reduction.operator(), new ReduceReader(reduction));
    }
    readers.put("Concat", new ConcatReader());
    readers.put("Conv", new ConvReader());
    readers.put("ConvTranspose", new ConvTransposeReader());
    readers.put("MaxPool", PoolReaders::max);
    readers.put("AveragePool", PoolReaders::average);
    readers.put("GlobalAveragePool", GlobalPoolReaders::average);
    readers.put("GlobalMaxPool", GlobalPoolReaders::max);
    readers.put("Pad", new PadReader());
    readers.put("Identity", PassingReaders::identity);
    readers.put("Dropout", PassingReaders::dropout);
    readers.put("Cast", PassingReaders::cast);
    readers.put("Constant", new ConstantReader());
    readers.put("Flatten", new FlattenReader());
    readers.put("Reshape", new ReshapeReader());
    readers.put("Squeeze", UnitAxesReaders::squeeze);
    readers.put("Unsqueeze", UnitAxesReaders::unsqueeze);
    readers.put("Transpose", new TransposeReader());
    readers.put("Slice", new SliceReader());
    readers.put("Split", new SplitReader());
    readers.put("Gather", new GatherReader());
    readers.put("Expand", new ExpandReader());
    readers.put("Tile", new TileReader());
    readers.put("DepthToSpace", DepthReaders::toSpace);
    readers.put("SpaceToDepth", DepthReaders::toDepth);
    readers.put("Resize", new ResizeReader());
    readers.put("Upsample", new ResizeReader());
    readers.put("Shape", ShapeReaders::shape);
    readers.put("Size", ShapeReaders::size);
    readers.put("ConstantOfShape", ShapeReaders::filled);
    readers.put("Equal", ShapeReaders::equal);
    readers.put("Where", ShapeReaders::where);
    return readers;
  }

  /**
   * @param node a node
   * @return the reader of its operator; empty where there is none
   */
  static Optional<OperatorReader> reader(NodeProto node) {
    return OnnxFile.isDefaultDomain(node.getDomain())
        ? Optional.ofNullable(READERS.get(node.getOpType()))
        : Optional.empty();
  }

  /** Why a node without a reader can stand in no network. */
  static NodeException unreadable(NodeCall node) {
    if (!isStandard(node.node())) {
      return node.refuse(
          OnnxFile.isDefaultDomain(node.node().getDomain())
              ? "is no operator of ONNX"
              : "is of the custom domain " + Location.quote(node.node().getDomain()));
    }
    return node.refuse(
        StandardOperators.isSmooth(node.operator()) || UnitOperators.isSmooth(node.node())
            ? NOT_LINEAR
            : "is not known as a piecewise-linear operator");
  }

  private static boolean isStandard(NodeProto node) {
    return OnnxFile.isDefaultDomain(node.getDomain()) && StandardOperators.exists(node.getOpType());
  }

  /** Those of some nodes of which only ONNX Runtime could say whether their operators exist. */
  static List<NodeProto> inDoubt(List<NodeProto> nodes) {
    return nodes.stream().filter(node -> !isStandard(node)).toList();
  }

  /**
   * @param nodes nodes of operators that cannot be read
   * @param location the model's file
   * @return the exception that names every such operator with its nodes, and what is supported
   */
  static InvalidInputException unsupported(List<NodeProto> nodes, Location location) {
    Map<String, List<String>> unsupported = new LinkedHashMap<>();
    for (NodeProto node : nodes) {
      unsupported.computeIfAbsent(describe(node), key -> new ArrayList<>()).add(title(node));
    }
    List<String> problems = new ArrayList<>();
    unsupported.forEach((what, where) -> problems.add(what + " at " + shortened(where)));
    return location.refuse(
        "the model has operators that are not supported: "
            + String.join("; ", problems)
            + ". Replace them by ONNX operators, or cut the model before them");
  }

  private static String describe(NodeProto node) {
    if (node.getOpType().isEmpty()) {
      return "one without a name";
    }
    String operator = Location.printable(node.getOpType());
    if (!OnnxFile.isDefaultDomain(node.getDomain())) {
      return operator + " of the custom domain " + Location.quote(node.getDomain());
    }
    if (!StandardOperators.exists(node.getOpType())) {
      return operator + ", which is not an ONNX operator,";
    }
    return StandardOperators.isSmooth(node.getOpType())
        ? operator + " (not piecewise linear)"
        : operator;
  }

  private static String title(NodeProto node) {
    if (!node.getName().isEmpty()) {
      return "node " + Location.quote(node.getName());
    }
    return "the node that makes "
        + Location.quote(node.getOutputCount() == 0 ? "nothing" : node.getOutput(0));
  }

  private static String shortened(List<String> where) {
    int more = where.size() - LONGEST_LIST;
    return more <= 0
        ? String.join(", ", where)
        : String.join(", ", where.subList(0, LONGEST_LIST)) + " and " + more + " more";
  }
}
