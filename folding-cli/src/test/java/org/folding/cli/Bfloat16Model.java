package org.folding.cli;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network of bfloat16 numbers, which ONNX Runtime has no matrix product for. */
final class Bfloat16Model {
  /** The upper half of the bits of 1f, which is what bfloat16 has. */
  private static final int ONE = 0x3f80;

  private static final int UNITS = 2;

  private Bfloat16Model() {}

  /**
   * @param inputs the number of values of an input; each unit is their sum, each output that of the
   *     units
   * @param outputs the number of outputs
   */
  static Path write(Path file, int inputs, int outputs) throws IOException {
    GraphProto graph =
        GraphProto.newBuilder()
            .setName("bfloat16")
            .addInput(
                ValueInfoProto.newBuilder()
                    .setName("x")
                    .setType(
                        TypeProto.newBuilder()
                            .setTensorType(
                                TypeProto.Tensor.newBuilder()
                                    .setElemType(DataType.BFLOAT16.getNumber())
                                    .setShape(
                                        TensorShapeProto.newBuilder()
                                            .addDim(dimension().setDimParam("batch"))
                                            .addDim(dimension().setDimValue(inputs))))))
            .addInitializer(ones("W", inputs, UNITS))
            .addInitializer(ones("V", UNITS, outputs))
            .addNode(node("Gemm", "h", "x", "W"))
            .addNode(node("Relu", "r", "h"))
            .addNode(node("Gemm", "y", "r", "V"))
            .addOutput(ValueInfoProto.newBuilder().setName("y"))
            .build();
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
            .setGraph(graph)
            .build();
    return Files.write(file, model.toByteArray());
  }

  private static TensorShapeProto.Dimension.Builder dimension() {
    return TensorShapeProto.Dimension.newBuilder();
  }

  private static TensorProto ones(String name, int rows, int columns) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.BFLOAT16.getNumber())
            .addDims(rows)
            .addDims(columns);
    for (int i = 0; i < rows * columns; i++) {
      tensor.addInt32Data(ONE);
    }
    return tensor.build();
  }

  private static NodeProto node(String operator, String output, String... inputs) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addOutput(output);
    for (String input : inputs) {
      node.addInput(input);
    }
    return node.build();
  }
}
