package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.integers;
import static org.folding.onnx.OnnxModels.real;
import static org.folding.onnx.OnnxModels.text;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators along axes and on several tensors cannot do, each told in one line. */
final class OperatorRefusalsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"parts", "combinations", "sizes"})
  void saysWhatItIs(String fragment, ModelProto model) throws Exception {
    Path file = Loading.write(folder, model);
    assertThat(Loading.objection(file))
        .contains("model.onnx: ", fragment)
        .doesNotContain("\n", "\r", "Exception");
  }

  static Stream<Arguments> parts() {
    List<String> slice = List.of("x", "from", "to", "axes");
    return Stream.of(
        Arguments.of(
            "takes a part of the batch axis",
            withInput(BATCH, 3)
                .longs("from", 0)
                .longs("to", 1)
                .longs("axes", 0)
                .node("Slice", slice, "y")
                .output("y")),
        Arguments.of(
            "removes all elements of a tensor of shape [3] beside the batch axis",
            withInput(BATCH, 3)
                .longs("from", 2)
                .longs("to", 2)
                .longs("axes", 1)
                .node("Slice", slice, "y")
                .output("y")),
        Arguments.of(
            "has the step 0 along axis 1",
            withInput(BATCH, 3)
                .longs("from", 0)
                .longs("to", 2)
                .longs("axes", 1)
                .longs("steps", 0)
                .node("Slice", List.of("x", "from", "to", "axes", "steps"), "y")
                .output("y")),
        Arguments.of(
            "has 1 starts, 2 ends, 1 axes and 1 steps",
            withInput(BATCH, 3)
                .longs("from", 0)
                .longs("to", 2, 3)
                .longs("axes", 1)
                .node("Slice", slice, "y")
                .output("y")),
        Arguments.of(
            "splits the batch axis",
            withInput(BATCH, 4).node("", "Split", List.of("x"), List.of("y", "z")).output("y")),
        Arguments.of(
            "splits an axis of extent 3 into 2 equal parts",
            withInput(BATCH, 3)
                .node("", "Split", List.of("x"), List.of("y", "z"), integer("axis", 1))
                .output("y")),
        Arguments.of(
            "into 2 parts of sizes [1, 3], which do not add up",
            withInput(BATCH, 3)
                .opset(11)
                .node(
                    "",
                    "Split",
                    List.of("x"),
                    List.of("y", "z"),
                    integer("axis", 1),
                    integers("split", 1, 3))
                .output("y")),
        Arguments.of(
            "picks element 3 along an axis of extent 3",
            withInput(BATCH, 3)
                .longs("i", 3)
                .node("Gather", List.of("x", "i"), "y", integer("axis", 1))
                .output("y")),
        Arguments.of(
            "picks along the batch axis",
            withInput(BATCH, 3).longs("i", 0).node("Gather", List.of("x", "i"), "y").output("y")),
        Arguments.of(
            "computes its input 1 from the network's input",
            withInput(BATCH, 3)
                .floats("table", dims(2, 2), 1, 2, 3, 4)
                .node("Gather", List.of("table", "x"), "y")
                .output("y")),
        Arguments.of(
            "[4, 3], which does not keep the batch axis apart",
            withInput(BATCH, 3)
                .longs("s", 4, 3)
                .node("Expand", List.of("x", "s"), "y")
                .output("y")),
        Arguments.of(
            "to [1, 2], which do not fit together",
            withInput(BATCH, 3)
                .longs("s", 1, 2)
                .node("Expand", List.of("x", "s"), "y")
                .output("y")),
        Arguments.of(
            "(Pad) names axis -1 twice",
            withInput(BATCH, 2, 3)
                .opset(18)
                .longs("pads", 1, 1, 1, 1)
                .longs("axes", 2, -1)
                .node("Pad", List.of("x", "pads", "", "axes"), "y")
                .output("y")),
        Arguments.of(
            "(Pad) has 6 pads and 2 axes; there must be two pads for an axis",
            withInput(BATCH, 2, 3)
                .opset(18)
                .longs("pads", 0, 0, 1, 0, 0, 1)
                .longs("axes", 1, 2)
                .node("Pad", List.of("x", "pads", "", "axes"), "y")
                .output("y")),
        Arguments.of(
            "(Pad) names axis 3 of a tensor of 3 axes",
            withInput(BATCH, 2, 3)
                .opset(18)
                .longs("pads", 1, 1)
                .longs("axes", 3)
                .node("Pad", List.of("x", "pads", "", "axes"), "y")
                .output("y")),
        Arguments.of(
            "(Pad) pads the batch axis",
            withInput(BATCH, 2, 3)
                .opset(18)
                .longs("pads", 1, 1)
                .longs("axes", -3)
                .node("Pad", List.of("x", "pads", "", "axes"), "y")
                .output("y")),
        Arguments.of(
            "(Pad) removes all elements of a tensor of shape [2,3] beside the batch axis",
            withInput(BATCH, 2, 3)
                .opset(18)
                .longs("pads", -2, -1)
                .longs("axes", 2)
                .node("Pad", List.of("x", "pads", "", "axes"), "y")
                .output("y")),
        Arguments.of(
            "at most 16777216 elements are supported",
            withInput(BATCH, 1)
                .longs("s", 1, 20_000_000)
                .node("Expand", List.of("x", "s"), "y")
                .output("y")),
        Arguments.of(
            "a further result of its node; of operators other than Split only first results",
            withInput(BATCH, 1, 4)
                .node(
                    "", "MaxPool", List.of("x"), List.of("m", "where"), integers("kernel_shape", 2))
                .node("Neg", List.of("where"), "y")
                .output("y")));
  }

  /** Few bytes that ask for tensors of gigabytes. */
  static Stream<Arguments> sizes() {
    int far = 20_000_000;
    return Stream.of(
        Arguments.of(
            "(Pad) makes a tensor of shape [1,20000004], too large",
            withInput(BATCH, 1, 4)
                .longs("pads", 0, 0, 0, 0, 0, far)
                .node("Pad", List.of("x", "pads"), "y")
                .output("y")),
        Arguments.of(
            "(MaxPool) makes a tensor of shape [1,40000003], too large",
            withInput(BATCH, 1, 4)
                .node(
                    "MaxPool",
                    List.of("x"),
                    "y",
                    integers("kernel_shape", 2),
                    integers("pads", far, far))
                .output("y")),
        Arguments.of(
            "(AveragePool) reads windows of shape [2000000] for a result of shape [1,2000005]",
            withInput(BATCH, 1, 4)
                .node(
                    "AveragePool",
                    List.of("x"),
                    "y",
                    integers("kernel_shape", far / 10),
                    integers("pads", far / 10, far / 10))
                .output("y")),
        Arguments.of(
            "(Conv) makes a tensor of shape [1,40000002], too large",
            withInput(BATCH, 1, 4)
                .floats("c", dims(1, 1, 3), 1, 2, 3)
                .node("Conv", List.of("x", "c"), "y", integers("pads", far, far))
                .output("y")),
        Arguments.of(
            "(ConvTranspose) makes a tensor of shape [1,60000003], too large",
            withInput(BATCH, 1, 4)
                .floats("c", dims(1, 1, 3), 1, 2, 3)
                .node("ConvTranspose", List.of("x", "c"), "y", integers("strides", far))
                .output("y")));
  }

  static Stream<Arguments> combinations() {
    List<String> xc = List.of("x", "c");
    return Stream.of(
        Arguments.of(
            "reduces over the batch axis",
            withInput(BATCH, 3)
                .node("ReduceMean", List.of("x"), "y", integers("axes", 0))
                .output("y")),
        Arguments.of(
            "names no axes and so reduces over the batch axis too",
            withInput(BATCH, 3).node("ReduceSum", List.of("x"), "y").output("y")),
        Arguments.of(
            "takes the maximum of computed tensors of shapes [3] and [1,3] beside the batch axis",
            withInput(BATCH, 3)
                .longs("axes", 1)
                .node("Unsqueeze", List.of("x", "axes"), "c")
                .node("Max", xc, "y")
                .output("y")),
        Arguments.of(
            "adds computed tensors of shapes [2] and [3], which do not fit together",
            withInput(BATCH, 5)
                .longs("sizes", 2, 3)
                .node("", "Split", List.of("x", "sizes"), List.of("a", "b"), integer("axis", 1))
                .node("Add", List.of("a", "b"), "y")
                .output("y")),
        Arguments.of(
            "so that the batch axis would no longer be the first",
            withInput(BATCH, 3)
                .floats("c", dims(2, 1, 3), 1, 2, 3, 4, 5, 6)
                .node("Min", xc, "y")
                .output("y")),
        Arguments.of(
            "must be FLOAT, DOUBLE, FLOAT16 or BFLOAT16",
            withInput(BATCH, 3).longs("c", 1).node("Max", xc, "y").output("y")),
        Arguments.of(
            "has the bounds Infinity and Infinity, between which is nothing",
            withInput(BATCH, 3)
                .floats("c", dims(), Double.POSITIVE_INFINITY)
                .node("Max", xc, "y")
                .output("y")),
        Arguments.of(
            "between which is nothing",
            withInput(BATCH, 3)
                .floats("c", dims(), Double.POSITIVE_INFINITY)
                .node("Clip", xc, "y")
                .output("y")),
        Arguments.of(
            "has a 'min' of shape [2], no scalar",
            withInput(BATCH, 2).floats("c", dims(2), 0, 1).node("Clip", xc, "y").output("y")),
        Arguments.of(
            "lower bound 2.0 is above the upper bound 1.0",
            withInput(BATCH, 2)
                .opset(10)
                .node("Clip", List.of("x"), "y", real("min", 2), real("max", 1))
                .output("y")),
        Arguments.of(
            "at most 10 can be asked for",
            withInput(BATCH, 1, 4)
                .floats("c", dims(1, 1, 3), 1, 2, 3)
                .node(
                    "ConvTranspose", xc, "y", integers("strides", 2), integers("output_shape", 11))
                .output("y")),
        Arguments.of(
            "has the auto_pad 'SAME'",
            withInput(BATCH, 1, 4)
                .floats("c", dims(1, 1, 3), 1, 2, 3)
                .node("Conv", xc, "y", text("auto_pad", "SAME"))
                .output("y")),
        Arguments.of(
            "joins a tensor of 3 axes with a constant of shape [1]",
            withInput(BATCH, 2, 3)
                .floats("c", dims(1), 1)
                .node("Concat", xc, "y", integer("axis", 1))
                .output("y")));
  }
}
