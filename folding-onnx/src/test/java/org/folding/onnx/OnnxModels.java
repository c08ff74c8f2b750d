package org.folding.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;

/** Builds small ONNX models, message by message, for tests. */
final class OnnxModels {
  /** Stands for a symbolic extent. */
  static final long BATCH = -1;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
  private int opset = 13;

  static OnnxModels withInput(long... dims) {
    return withInput(DataType.FLOAT, dims);
  }

  static OnnxModels withInput(DataType type, long... dims) {
    return new OnnxModels().input("x", type, dims);
  }

  OnnxModels input(String name, DataType type, long... dims) {
    graph.addInput(info(name, type, dims));
    return this;
  }

  OnnxModels opset(int version) {
    opset = version;
    return this;
  }

  OnnxModels tensor(TensorProto tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  OnnxModels floats(String name, long[] dims, double... values) {
    TensorProto.Builder tensor = typed(name, DataType.FLOAT, dims);
    Arrays.stream(values).forEach(v -> tensor.addFloatData((float) v));
    return tensor(tensor.build());
  }

  OnnxModels longs(String name, long... values) {
    TensorProto.Builder tensor = typed(name, DataType.INT64, values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    return tensor(tensor.build());
  }

  OnnxModels node(
      String operator, List<String> inputs, String output, AttributeProto... attributes) {
    return node("", operator, inputs, output, attributes);
  }

  OnnxModels node(
      String name,
      String operator,
      List<String> inputs,
      String output,
      AttributeProto... attributes) {
    return node(name, operator, inputs, List.of(output), attributes);
  }

  OnnxModels node(
      String name,
      String operator,
      List<String> inputs,
      List<String> outputs,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
    return this;
  }

  ModelProto output(String name) {
    graph.addOutput(ValueInfoProto.newBuilder().setName(name));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(graph)
        .build();
  }

  static TensorProto.Builder typed(String name, DataType type, long... dims) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
    Arrays.stream(dims).forEach(tensor::addDims);
    return tensor;
  }

  static long[] dims(long... dims) {
    return dims;
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  static AttributeProto real(String name, double value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOAT)
        .setF((float) value)
        .build();
  }

  static AttributeProto reals(String name, float... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOATS);
    for (float value : values) {
      attribute.addFloats(value);
    }
    return attribute.build();
  }

  static AttributeProto integers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  static AttributeProto tensorValue(TensorProto.Builder value) {
    return AttributeProto.newBuilder()
        .setName("value")
        .setType(AttributeType.TENSOR)
        .setT(value)
        .build();
  }

  private static ValueInfoProto info(String name, DataType type, long... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long extent : dims) {
      shape.addDim(
          extent == BATCH
              ? TensorShapeProto.Dimension.newBuilder().setDimParam("batch")
              : TensorShapeProto.Dimension.newBuilder().setDimValue(extent));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
