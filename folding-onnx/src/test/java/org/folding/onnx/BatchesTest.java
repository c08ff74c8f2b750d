package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A point has one pattern, however many points are evaluated at a time. */
final class BatchesTest {
  private static final int WIDTH = 48;
  private static final int ROWS = 700;

  @TempDir Path folder;

  /** Units with weights that cancel: on the diagonal their pre-activations are rounding errors. */
  private static OnnxModels cancelling(long batch) {
    // A symbolic batch is a Reshape to [-1,48].
    OnnxModels model = withInput(batch, WIDTH).longs("shape", batch, WIDTH);
    String tensor = "x";
    for (int layer = 0; layer < 3; layer++) {
      TensorProto.Builder weights = typed("W" + layer, DataType.FLOAT, WIDTH, WIDTH);
      for (int i = 0; i < WIDTH; i++) {
        for (int o = 0; o < WIDTH; o++) {
          int half = i < WIDTH / 2 ? i : WIDTH - 1 - i;
          double w = new SplittableRandom(layer * 1000 + half * 50 + o).nextDouble();
          weights.addFloatData((float) (i < WIDTH / 2 ? w : -w * (1 + layer * 0.01)));
        }
      }
      model
          .tensor(weights.build())
          .node("MatMul", List.of(tensor, "W" + layer), "z" + layer)
          .node("Reshape", List.of("z" + layer, "shape"), "r" + layer)
          .node("Tanh", List.of("r" + layer), "a" + layer);
      tensor = "a" + layer;
    }
    return model.node("Neg", List.of(tensor), "y");
  }

  private static double[] points() {
    SplittableRandom random = new SplittableRandom(8);
    double[] points = new double[ROWS * WIDTH];
    for (int i = 0; i < points.length; i++) {
      // A third of the points are symmetric, where the first layer cancels.
      int j = i % WIDTH;
      boolean symmetric = i / WIDTH % 3 == 0 && j >= WIDTH / 2;
      points[i] = symmetric ? points[i - j + WIDTH - 1 - j] : random.nextDouble();
    }
    return points;
  }

  @ParameterizedTest
  @ValueSource(longs = {BATCH, 1, 4})
  void patternsDoNotDependOnTheBatch(long batch) throws Exception {
    Path file = Loading.write(folder, cancelling(batch).output("y"));
    double[] points = points();
    boolean[][] patterns = new boolean[3][];
    int[] memories = {1, 4, 64};
    for (int k = 0; k < memories.length; k++) {
      Map<String, String> options = Map.of("memory", Integer.toString(memories[k]));
      try (Model model = Loading.loader(options).load(Loading.source(file));
          Evaluator evaluator = model.newEvaluator().orElseThrow()) {
        assertThat(evaluator.batchSize()).isGreaterThan(1);
        patterns[k] = bits(evaluator, points, k == 0 ? 1 : ROWS);
      }
    }
    assertThat(patterns[1]).isEqualTo(patterns[0]);
    assertThat(patterns[2]).isEqualTo(patterns[0]);
  }

  private static boolean[] bits(Evaluator evaluator, double[] points, int atATime) {
    int bits = 3 * WIDTH;
    boolean[] pattern = new boolean[ROWS * bits];
    for (int row = 0; row < ROWS; row += atATime) {
      double[] margins = new double[atATime * bits];
      evaluator.margins(
          Arrays.copyOfRange(points, row * WIDTH, (row + atATime) * WIDTH), atATime, margins);
      for (int i = 0; i < margins.length; i++) {
        pattern[row * bits + i] = margins[i] > 0;
      }
    }
    return pattern;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zoo/mlp-gelu.onnx", "zoo-modern/mlp-gelu/model.onnx", "zoo/mlp-tanh.onnx"})
  void ofRealModelsNeither(String name) {
    try (Model model = Loading.checked(SharedFiles.find(name));
        Evaluator evaluator = model.newEvaluator().orElseThrow()) {
      int width = model.inputShape().size();
      int bits = model.layers().stream().mapToInt(layer -> layer.bits()).sum();
      int rows = 96;
      double[] points = new double[rows * width];
      double[] from = Loading.imageLike(width, 1);
      double[] to = Loading.imageLike(width, 2);
      for (int i = 0; i < points.length; i++) {
        int row = i / width;
        double t = row / (rows - 1.0);
        points[i] = (1 - t) * from[i % width] + t * to[i % width];
      }
      double[] together = new double[rows * bits];
      evaluator.margins(points, rows, together);
      for (int row = 0; row < rows; row++) {
        double[] alone = new double[bits];
        evaluator.margins(Arrays.copyOfRange(points, row * width, (row + 1) * width), 1, alone);
        for (int bit = 0; bit < bits; bit++) {
          assertThat(together[row * bits + bit] > 0).isEqualTo(alone[bit] > 0);
        }
      }
    }
  }

  @Test
  void refusesToTellOneInputOfAMixedBatch() throws Exception {
    Path file =
        Loading.write(
            folder,
            withInput(4, 3)
                .floats("axis", dims(), 0)
                .node("t", "Tanh", List.of("x"), "a")
                .node("s", "Softmax", List.of("a"), "b", OnnxModels.integer("axis", 0))
                .node("Relu", List.of("b"), "c")
                .node("Neg", List.of("c"), "y")
                .output("y"));
    assertThat(Loading.objection(file))
        .contains(
            "mixes the inputs of its fixed batch of 4",
            "export it after model.eval() and with a batch of 1");
  }
}
