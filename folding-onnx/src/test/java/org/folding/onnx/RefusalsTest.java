package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.real;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Well-formed files that ask for what no network can hold, each named in one line: whether ONNX
 * Runtime can evaluate the model all the same or not.
 */
final class RefusalsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"inputs", "operators", "shapes", "tensors", "envelopes"})
  void saysWhatItIs(String fragment, ModelProto model) throws Exception {
    Path file = Loading.write(folder, model);
    assertThat(Loading.objection(file))
        .contains("model.onnx: ", fragment)
        .doesNotContain("\n", "\r", "Exception");
  }

  private static OnnxModels relu(OnnxModels model) {
    return model.node("act", "Relu", List.of("x"), "y");
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        Arguments.of("'batch' at axis 1", relu(withInput(BATCH, BATCH, 3)).output("y")),
        Arguments.of("one symbolic axis only", relu(withInput(BATCH)).output("y")),
        Arguments.of("gives no shape", relu(withInput()).output("y")),
        Arguments.of("extent 0 at axis 1", relu(withInput(BATCH, 0)).output("y")),
        Arguments.of("of type INT64", relu(withInput(DataType.INT64, BATCH, 3)).output("y")),
        Arguments.of(
            "too many elements",
            relu(withInput(BATCH, Integer.MAX_VALUE, Integer.MAX_VALUE)).output("y")),
        Arguments.of(
            "at most 16777216 are supported", relu(withInput(BATCH, 2_000_000_000)).output("y")),
        Arguments.of(
            "does not depend on its input",
            withInput(BATCH, 3)
                .floats("c", dims(1), 1)
                .node("Relu", List.of("x"), "h")
                .node("Identity", List.of("c"), "y")
                .output("y")));
  }

  static Stream<Arguments> operators() {
    List<String> xw = List.of("x", "W");
    List<String> wx = List.of("W", "x");
    return Stream.of(
        Arguments.of(
            "node 'add' (Add) adds computed tensors of shapes [3] and [1,3]",
            withInput(BATCH, 3)
                .longs("axes", 1)
                .node("Unsqueeze", List.of("x", "axes"), "h")
                .node("add", "Add", List.of("x", "h"), "y")
                .output("y")),
        Arguments.of(
            "node 'times' (Mul) multiplies two computed tensors, which is not piecewise linear",
            withInput(BATCH, 3).node("times", "Mul", List.of("x", "x"), "y").output("y")),
        Arguments.of(
            "node 'c1' (GRU) is not supported: its units are hidden inside one operator",
            withInput(BATCH, 1, 3, 3)
                .node("c1", "GRU", List.of("x", "x"), "a")
                .node("c2", "GRU", List.of("a", "x"), "b")
                .node("", "LSTM", List.of("b"), "y")
                .output("y")),
        Arguments.of(
            "Frob, which is not an ONNX operator, at the node that makes 'y'. Replace them",
            withInput(BATCH, 3).node("Frob", List.of("x"), "y").output("y")),
        Arguments.of(
            "not supported: one without a name at node 'act'. Replace",
            withInput(BATCH, 3).node("act", "", List.of("x"), "y").output("y")),
        Arguments.of(
            "transA=1", weighted().node("Gemm", xw, "y", integer("transA", 1)).output("y")),
        Arguments.of(
            "multiplies a computed tensor by a constant from the left",
            weighted().node("MatMul", wx, "y").output("y")),
        Arguments.of(
            "reads a constant as its input 0", weighted().node("Gemm", wx, "y").output("y")),
        Arguments.of(
            "is missing its input 0", withInput(BATCH, 3).node("Relu", List.of(), "y").output("y")),
        Arguments.of(
            "(\"Sigmoid_0\", Sigmoid,",
            withInput(BATCH, 3).node("Sigmoid", List.of(), "y").output("y")),
        Arguments.of(
            "is missing its input 0", withInput(BATCH, 3).node("Clip", List.of(), "y").output("y")),
        Arguments.of(
            "is missing its input 1", weighted().node("Gemm", List.of("x"), "y").output("y")),
        Arguments.of(
            "divides by a constant that is zero",
            withInput(BATCH, 3)
                .floats("c", dims(3), 1, 0, 1)
                .node("Div", List.of("x", "c"), "y")
                .output("y")),
        Arguments.of(
            "divides a constant by a computed tensor",
            withInput(BATCH, 3)
                .floats("c", dims(1), 1)
                .node("Div", List.of("c", "x"), "y")
                .output("y")),
        Arguments.of(
            "must be FLOAT, DOUBLE, FLOAT16 or BFLOAT16",
            withInput(BATCH, 3).longs("c", 1).node("Mul", List.of("x", "c"), "y").output("y")),
        Arguments.of(
            "casts a computed tensor to type INT64",
            withInput(BATCH, 3)
                .node("Cast", List.of("x"), "h", integer("to", DataType.INT64.getNumber()))
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "applies dropout as in training",
            withInput(BATCH, 3)
                .floats("ratio", dims(), 0.5)
                .tensor(typed("training", DataType.BOOL).addInt32Data(1).build())
                .node("Dropout", List.of("x", "ratio", "training"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "statistics of the batch",
            withInput(BATCH, 1)
                .floats("c", dims(1), 1)
                .node(
                    "BatchNormalization",
                    List.of("x", "c", "c", "c", "c"),
                    "y",
                    integer("training_mode", 1))
                .output("y")),
        Arguments.of(
            "attribute 'alpha' of type INT, not FLOAT",
            withInput(BATCH, 3)
                .node("LeakyRelu", List.of("x"), "y", integer("alpha", 1))
                .output("y")),
        Arguments.of(
            "'alpha' Infinity",
            withInput(BATCH, 3)
                .node("LeakyRelu", List.of("x"), "y", real("alpha", Double.POSITIVE_INFINITY))
                .output("y")),
        Arguments.of(
            "has no value",
            withInput(BATCH, 3)
                .node("Constant", List.of(), "c")
                .node("Add", List.of("x", "c"), "y")
                .output("y")));
  }

  private static OnnxModels weighted() {
    return withInput(BATCH, 2).floats("W", dims(2, 2), 1, 2, 3, 4);
  }

  static Stream<Arguments> shapes() {
    List<String> xw = List.of("x", "W");
    return Stream.of(
        Arguments.of(
            "insert a Flatten before it",
            withInput(BATCH, 2, 2).floats("W", dims(2, 1), 1, 2).node("Gemm", xw, "y").output("y")),
        Arguments.of(
            "by a matrix that takes 2 values",
            withInput(BATCH, 3).floats("W", dims(2, 1), 1, 2).node("MatMul", xw, "y").output("y")),
        Arguments.of(
            "at most 20000000 are supported",
            withInput(BATCH, 5000, 1)
                .floats("W", dims(1, 1), 1)
                .node("MatMul", xw, "y")
                .output("y")),
        Arguments.of(
            "only one matrix [inputs,outputs] is supported",
            withInput(BATCH, 1, 2)
                .floats("W", dims(2, 2, 1), 1, 2, 3, 4)
                .node("MatMul", xw, "y")
                .output("y")),
        Arguments.of(
            "adds a bias of shape [3] to 2 values",
            weighted()
                .floats("b", dims(3), 1, 2, 3)
                .node("Gemm", List.of("x", "W", "b"), "y")
                .output("y")),
        Arguments.of(
            "combines a tensor of shape [3] with a constant of shape [2], which do not fit",
            withInput(BATCH, 3)
                .floats("c", dims(2), 1, 2)
                .node("Add", List.of("x", "c"), "y")
                .output("y")),
        Arguments.of(
            "differs from row to row of the batch",
            withInput(4, 1)
                .floats("c", dims(4, 1), 1, 2, 3, 4)
                .node("Add", List.of("x", "c"), "y")
                .output("y")),
        Arguments.of(
            "would make the tensor larger",
            withInput(BATCH, 1)
                .floats("c", dims(2), 1, 2)
                .node("PRelu", List.of("x", "c"), "y")
                .output("y")),
        Arguments.of(
            "merges the batch axis",
            withInput(BATCH, 3)
                .node("Flatten", List.of("x"), "h", integer("axis", 0))
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "which does not keep the batch axis apart",
            withInput(BATCH, 4, 3)
                .longs("s", -1, 3)
                .node("Reshape", List.of("x", "s"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "batch axis",
            withInput(BATCH, 3)
                .node("Transpose", List.of("x"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "whose extent is not 1",
            withInput(BATCH, 3)
                .longs("axes", 1)
                .node("Squeeze", List.of("x", "axes"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "names axis 7 of a tensor of 2 axes",
            withInput(BATCH, 3)
                .node("Flatten", List.of("x"), "h", integer("axis", 7))
                .node("Relu", List.of("h"), "y")
                .output("y")));
  }

  static Stream<Arguments> tensors() {
    return Stream.of(
        Arguments.of(
            "holds 1 numbers",
            multiplied(m -> m.tensor(typed("c", DataType.FLOAT, 3).addFloatData(1).build()))),
        Arguments.of(
            "is of type INT8",
            multiplied(m -> m.tensor(typed("c", DataType.INT8, 1).addInt32Data(1).build()))),
        Arguments.of(
            "too large",
            multiplied(
                m ->
                    m.tensor(
                        typed("c", DataType.FLOAT, 1L << 32, 1L << 32).addFloatData(1).build()))),
        Arguments.of(
            "holds NaN at index [1,0]", multiplied(m -> m.floats("c", dims(2, 1), 1, Double.NaN))),
        Arguments.of(
            "holds infinity at index [1,0]",
            multiplied(m -> m.floats("c", dims(2, 1), 1, Double.POSITIVE_INFINITY))),
        Arguments.of(
            "makes a constant of shape [10000,10000], too large",
            withInput(BATCH, 3)
                .floats("a", dims(10000, 1), new double[10000])
                .floats("b", dims(1, 10000), new double[10000])
                .node("Add", List.of("a", "b"), "c")
                .node("Mul", List.of("x", "c"), "y")
                .output("y")),
        Arguments.of(
            "two initializers are named 'c'",
            multiplied(m -> m.floats("c", dims(1), 1).floats("c", dims(1), 2))));
  }

  private static ModelProto multiplied(UnaryOperator<OnnxModels> constant) {
    return constant.apply(withInput(BATCH, 3)).node("Mul", List.of("x", "c"), "y").output("y");
  }

  static Stream<Arguments> envelopes() {
    ModelProto good = relu(withInput(BATCH, 3)).output("y");
    GraphProto graph = good.getGraph();
    NodeProto node = graph.getNode(0);
    OperatorSetIdProto other = OperatorSetIdProto.newBuilder().setVersion(12).build();
    return Stream.of(
        Arguments.of("it has no ir_version", good.toBuilder().clearIrVersion().build()),
        Arguments.of("holds no graph", good.toBuilder().clearGraph().build()),
        Arguments.of("names no opset", good.toBuilder().clearOpsetImport().build()),
        Arguments.of("opset 13 and for 12", good.toBuilder().addOpsetImport(other).build()),
        Arguments.of(
            "2 outputs, 'y', 'z'",
            withGraph(good, graph.toBuilder().addOutput(ValueInfoProto.newBuilder().setName("z")))),
        Arguments.of(
            "sparse initializers",
            withGraph(
                good,
                graph.toBuilder().addSparseInitializer(SparseTensorProto.getDefaultInstance()))),
        Arguments.of(
            "leaves out its first result",
            withGraph(
                good,
                graph.toBuilder()
                    .clearNode()
                    .addNode(node.toBuilder().clearOutput().addOutput("").addOutput("y")))),
        Arguments.of("writes 'y' again", withGraph(good, graph.toBuilder().addNode(node))),
        Arguments.of(
            "of the custom domain 'ai.onnx.ml'",
            withGraph(
                good, graph.toBuilder().setNode(0, node.toBuilder().setDomain("ai.onnx.ml")))));
  }

  private static ModelProto withGraph(ModelProto model, GraphProto.Builder graph) {
    return model.toBuilder().setGraph(graph).build();
  }
}
