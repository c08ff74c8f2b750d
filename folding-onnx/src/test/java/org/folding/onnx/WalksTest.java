package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.real;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.folding.api.model.Model;
import org.folding.api.walk.Walk;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exact walks from x = −2 to x = 2, where t = (x + 2) / 4, against flips worked out by hand: which
 * bends are flips and which are not.
 */
final class WalksTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("walks")
  void flipsWhereItShould(String what, ModelProto model, double[] times) throws Exception {
    try (Model loaded = Loading.checked(Loading.write(folder, model))) {
      Walk walk =
          Networks.exactWalker(loaded.network().orElseThrow())
              .walk(Networks.line(new double[] {-2}, new double[] {2}));
      assertThat(walk.flips()).as(what).isEqualTo(times.length);
      for (int step = 0; step < times.length; step++) {
        assertThat(walk.time(step))
            .as("%s, step %d", what, step)
            .isEqualTo(times[step], within(1e-12));
      }
    }
  }

  static Stream<Arguments> walks() {
    return Stream.of(
        Arguments.of(
            "a lower bound of 0.5",
            scalars().node("Clip", List.of("x", "half"), "y").output("y"),
            new double[] {0.625}),
        Arguments.of(
            "an upper bound of 0.5",
            scalars().node("Clip", List.of("x", "", "half"), "y").output("y"),
            new double[] {0.625}),
        Arguments.of(
            "what an upper bound passes on: min(x, 0.5) + 1 > 0 above -1",
            scalars()
                .node("Clip", List.of("x", "", "half"), "c")
                .node("Add", List.of("c", "one"), "z")
                .node("Relu", List.of("z"), "y")
                .output("y"),
            new double[] {0.25, 0.625}),
        Arguments.of(
            "a hard sigmoid of (x + 1) / 2, which bends at -1 and 1",
            withInput(BATCH, 1)
                .node("HardSigmoid", List.of("x"), "y", real("alpha", 0.5), real("beta", 0.5))
                .output("y"),
            new double[] {0.25, 0.75}),
        Arguments.of(
            "max(x, -x) - 1, whose maximum switches at 0 without a flip",
            scalars()
                .node("Neg", List.of("x"), "n")
                .node("Max", List.of("x", "n"), "m")
                .node("Sub", List.of("m", "one"), "z")
                .node("Relu", List.of("z"), "y")
                .output("y"),
            new double[] {0.25, 0.75}),
        Arguments.of(
            "min(x, 1) - 0.5, which bends at 1 as a Clip does",
            scalars()
                .node("Min", List.of("x", "one"), "m")
                .node("Sub", List.of("m", "half"), "z")
                .node("Relu", List.of("z"), "y")
                .output("y"),
            new double[] {0.625, 0.75}),
        Arguments.of(
            "max of 0.5 and x, the number first",
            scalars().node("Max", List.of("half", "x"), "y").output("y"),
            new double[] {0.625}),
        Arguments.of(
            "max(x, c) of a constant of several numbers, without a flip",
            withInput(BATCH, 1)
                .floats("c", dims(1, 2), -1, 0.5)
                .floats("W", dims(2, 1), 1, 1)
                .floats("three", dims(), 3)
                .node("Max", List.of("x", "c"), "m")
                .node("MatMul", List.of("m", "W"), "s")
                .node("Sub", List.of("s", "three"), "z")
                .node("Relu", List.of("z"), "y")
                .output("y"),
            new double[] {0.875}),
        Arguments.of(
            "x - 1 and x + 1, by broadcasting a constant",
            scalars()
                .floats("c", dims(1, 2), -1, 1)
                .node("Add", List.of("x", "c"), "z")
                .node("Relu", List.of("z"), "y")
                .output("y"),
            new double[] {0.25, 0.75}),
        Arguments.of(
            "the part of a split that is read: x + 1",
            scalars()
                .floats("c", dims(1, 2), -1, 1)
                .node("Add", List.of("x", "c"), "z")
                .node("", "Split", List.of("z"), List.of("a", "b"), integer("axis", 1))
                .node("", "Relu", List.of("b"), List.of("y"))
                .output("y"),
            new double[] {0.25}));
  }

  private static OnnxModels scalars() {
    return withInput(BATCH, 1).floats("half", dims(), 0.5).floats("one", dims(), 1);
  }
}
