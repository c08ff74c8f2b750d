package org.folding.onnx;

import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.integers;
import static org.folding.onnx.OnnxModels.real;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * For each operator a small graph that has it, as the opset wants it written: z is made of x, of
 * shape [batch,4,6,6], or of its flattened form f.
 */
final class OperatorSamples {
  private static final long[] WEIGHTS = dims(144, 3);

  private final Map<String, ObjIntConsumer<OnnxModels>> samples = new TreeMap<>();

  OperatorSamples() {
    for (String operator :
        List.of(
            "Relu",
            "LeakyRelu",
            "Abs",
            "HardSigmoid",
            "Neg",
            "Identity",
            "Dropout",
            "Flatten",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "Sigmoid",
            "Tanh",
            "Elu",
            "Selu",
            "Celu",
            "Softplus",
            "Softsign",
            "Erf",
            "Mish",
            "Gelu",
            "Swish",
            "HardSwish",
            "ThresholdedRelu",
            "Shrink",
            "Softmax",
            "LogSoftmax",
            "Hardmax",
            "Exp",
            "Sin",
            "Cos",
            "Floor",
            "Ceil",
            "Round",
            "Sign",
            "GlobalLpPool",
            "LpNormalization",
            "MeanVarianceNormalization")) {
      samples.put(operator, (model, opset) -> unary(model, operator));
    }
    for (String operator : List.of("Add", "Sub", "Mul", "Div", "Max", "Min", "Pow")) {
      samples.put(operator, (model, opset) -> model.node(operator, List.of("x", "two"), "z"));
    }
    for (String operator : List.of("Sum", "Mean")) {
      samples.put(operator, (model, opset) -> model.node(operator, List.of("x", "x"), "z"));
    }
    for (String operator :
        List.of("ReduceMean", "ReduceMax", "ReduceMin", "ReduceL2", "ReduceLogSumExp")) {
      samples.put(operator, (model, opset) -> axes(model, operator, opset >= 18));
    }
    for (String operator : List.of("ReduceSum", "Unsqueeze")) {
      samples.put(operator, (model, opset) -> axes(model, operator, opset >= 13));
    }
    layers();
    moves();
    others();
  }

  private void layers() {
    samples.put("Gemm", (model, opset) -> model.node("Gemm", List.of("f", "W", "b"), "z"));
    samples.put("MatMul", (model, opset) -> model.node("MatMul", List.of("f", "W"), "z"));
    samples.put("PRelu", (model, opset) -> model.node("PRelu", List.of("x", "two"), "z"));
    samples.put(
        "Conv", (model, opset) -> model.node("Conv", List.of("x", "K"), "z", integer("group", 2)));
    samples.put(
        "ConvTranspose", (model, opset) -> model.node("ConvTranspose", List.of("x", "T"), "z"));
    for (String pool : List.of("MaxPool", "AveragePool", "LpPool")) {
      samples.put(
          pool,
          (model, opset) -> model.node(pool, List.of("x"), "z", integers("kernel_shape", 2, 2)));
    }
    samples.put(
        "BatchNormalization",
        (model, opset) -> model.node("BatchNormalization", List.of("x", "c", "c", "c", "v"), "z"));
    samples.put(
        "InstanceNormalization",
        (model, opset) -> model.node("InstanceNormalization", List.of("x", "c", "c"), "z"));
    samples.put(
        "LayerNormalization",
        (model, opset) -> model.node("LayerNormalization", List.of("x", "six"), "z"));
    samples.put("LRN", (model, opset) -> model.node("LRN", List.of("x"), "z", integer("size", 3)));
    samples.put(
        "Clip",
        (model, opset) -> {
          if (opset < 11) {
            model.node("Clip", List.of("x"), "z", real("min", -1), real("max", 1));
          } else {
            model.node("Clip", List.of("x", "one", "upper"), "z");
          }
        });
  }

  private void moves() {
    samples.put(
        "Concat",
        (model, opset) -> model.node("Concat", List.of("x", "x"), "z", integer("axis", 1)));
    samples.put(
        "Gather",
        (model, opset) -> model.node("Gather", List.of("x", "indices"), "z", integer("axis", 1)));
    samples.put("Reshape", (model, opset) -> model.node("Reshape", List.of("x", "shape"), "z"));
    samples.put(
        "Squeeze",
        (model, opset) -> {
          axes(model.node("GlobalMaxPool", List.of("x"), "g"), "Squeeze", "g", opset >= 13);
        });
    samples.put(
        "Transpose",
        (model, opset) -> model.node("Transpose", List.of("x"), "z", integers("perm", 0, 2, 3, 1)));
    samples.put("Expand", (model, opset) -> model.node("Expand", List.of("x", "ones"), "z"));
    samples.put("Resize", OperatorSamples::resized);
    samples.put(
        "Upsample",
        (model, opset) -> {
          if (opset < 9) {
            model.node("Upsample", List.of("x"), "z", OnnxModels.reals("scales", 1, 1, 2, 2));
          } else {
            model
                .floats("scales", dims(4), 1, 1, 2, 2)
                .node("Upsample", List.of("x", "scales"), "z");
          }
        });
    samples.put("Tile", (model, opset) -> model.node("Tile", List.of("x", "ones"), "z"));
    samples.put(
        "Slice",
        (model, opset) -> {
          if (opset < 10) {
            model.node(
                "Slice",
                List.of("x"),
                "z",
                integers("axes", 2),
                integers("starts", 1),
                integers("ends", 3));
          } else {
            model.node("Slice", List.of("x", "start", "end", "axes"), "z");
          }
        });
    samples.put(
        "Split",
        (model, opset) -> {
          List<AttributeProto> attributes = new ArrayList<>(List.of(integer("axis", 1)));
          if (opset >= 18) {
            attributes.add(integer("num_outputs", 2));
          }
          model.node(
              "",
              "Split",
              List.of("x"),
              List.of("z", "rest"),
              attributes.toArray(AttributeProto[]::new));
        });
    samples.put(
        "Pad",
        (model, opset) -> {
          if (opset < 11) {
            model.node("Pad", List.of("x"), "z", integers("pads", 0, 0, 1, 1, 0, 0, 1, 1));
          } else {
            model.node("Pad", List.of("x", "pads"), "z");
          }
        });
    for (String operator : List.of("DepthToSpace", "SpaceToDepth")) {
      samples.put(
          operator,
          (model, opset) -> model.node(operator, List.of("x"), "z", integer("blocksize", 2)));
    }
  }

  private void others() {
    samples.put(
        "Cast",
        (model, opset) ->
            model.node("Cast", List.of("x"), "z", integer("to", DataType.FLOAT.getNumber())));
    samples.put(
        "Constant",
        (model, opset) ->
            model
                .node(
                    "Constant",
                    List.of(),
                    "k",
                    OnnxModels.tensorValue(typed("", DataType.FLOAT).addFloatData(3)))
                .node("Add", List.of("x", "k"), "z"));
    samples.put(
        "Shape",
        (model, opset) ->
            model.node("Shape", List.of("x"), "s").node("Reshape", List.of("x", "s"), "z"));
    samples.put(
        "ConstantOfShape",
        (model, opset) ->
            model
                .node("ConstantOfShape", List.of("ones"), "k")
                .node("Add", List.of("x", "k"), "z"));
    samples.put(
        "Einsum",
        (model, opset) ->
            model.node("Einsum", List.of("f", "W"), "z", OnnxModels.text("equation", "bi,io->bo")));
    samples.put("CumSum", (model, opset) -> model.node("CumSum", List.of("x", "axis"), "z"));
    for (String operator : List.of("LSTM", "GRU", "RNN")) {
      samples.put(operator, (model, opset) -> unary(model, operator));
    }
    for (String operator : List.of("If", "Loop", "Scan", "SequenceMap")) {
      samples.put(operator, (model, opset) -> unary(model, operator));
    }
  }

  private static void unary(OnnxModels model, String operator) {
    model.node(operator, List.of("x"), "z");
  }

  private static void axes(OnnxModels model, String operator, boolean asInput) {
    axes(model, operator, "x", asInput);
  }

  private static void axes(OnnxModels model, String operator, String tensor, boolean asInput) {
    if (asInput) {
      model.node(operator, List.of(tensor, "axes"), "z");
    } else {
      model.node(operator, List.of(tensor), "z", integers("axes", 2));
    }
  }

  List<String> operators() {
    return List.copyOf(samples.keySet());
  }

  /** relu(z), not on the output. */
  ModelProto model(String operator, int opset) {
    OnnxModels model =
        withInput(BATCH, 4, 6, 6)
            .opset(opset)
            .floats("two", dims(1), 2)
            .floats("b", dims(3), 1, 2, 3)
            .floats("c", dims(4), 1, 2, -3, 4)
            .floats("v", dims(4), 1, 2, 3, 4)
            .floats("six", dims(6), 1, 2, 3, 4, 5, 6)
            .floats("W", WEIGHTS, values(432))
            .floats("K", dims(2, 2, 2, 2), values(16))
            .floats("T", dims(4, 1, 2, 2), values(16))
            .longs("axes", 2)
            .longs("start", 1)
            .longs("end", 3)
            .longs("indices", 0, 2)
            .longs("shape", -1, 12, 12)
            .longs("ones", 1, 1, 1, 1)
            .longs("pads", 0, 0, 1, 1, 0, 0, 1, 1)
            .tensor(typed("one", DataType.FLOAT).addFloatData(-1).build())
            .tensor(typed("axis", DataType.INT64).addInt64Data(1).build());
    model.node("Flatten", List.of("x"), "f");
    // Clip takes scalars only.
    if (operator.equals("Clip")) {
      model.tensor(typed("upper", DataType.FLOAT).addFloatData(2).build());
    }
    samples.get(operator).accept(model, opset);
    return model
        .node("after", "Relu", List.of("z"), "r")
        .node("Neg", List.of("r"), "y")
        .output("y");
  }

  private static double[] values(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = (i * 7 % 11 - 5) / 4.0;
    }
    return values;
  }

  private static void resized(OnnxModels model, int opset) {
    model.floats("scales", dims(4), 1, 1, 2, 2);
    if (opset < 11) {
      model.node("Resize", List.of("x", "scales"), "z");
    } else {
      model
          .floats("roi", dims(0))
          .node("Resize", List.of("x", "roi", "scales"), "z", OnnxModels.text("mode", "linear"));
    }
  }
}
