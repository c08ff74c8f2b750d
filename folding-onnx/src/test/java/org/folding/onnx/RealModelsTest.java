package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.TreeMap;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.UnitRole;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that PyTorch and other tools exported, against ONNX Runtime on the files as they are. */
final class RealModelsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "models/mnist-10x6.onnx, 'Relu=60'",
    "models/mnist-2x30.onnx, 'Relu=60'",
    "models/mnist-2x300.onnx, 'Relu=600'",
    "models/mnist-3x20.onnx, 'Relu=60'",
    "models/mnist-5x12.onnx, 'Relu=60'",
    "models/mnist-5x120.onnx, 'Relu=600'",
    "models/mnist-5x120-epoch0.onnx, 'Relu=600'",
    "models/mnist-5x120-epoch1.onnx, 'Relu=600'",
    "models/mnist-5x120-epoch2.onnx, 'Relu=600'",
    "models/mnist-5x120-epoch5.onnx, 'Relu=600'",
    "models/mnist-5x120-epoch10.onnx, 'Relu=600'",
    "models/mnist-6x100.onnx, 'Relu=600'",
    "zoo/external/model.onnx, 'Relu=96'",
    "zoo/mlp-3d-matmul.onnx, 'Relu=392'",
    "zoo/mlp-batch1.onnx, 'Relu=96'",
    "zoo/mlp-batchnorm.onnx, 'Relu=96'",
    "zoo/mlp-dropout.onnx, 'Relu=96'",
    "zoo/mlp-flatten.onnx, 'Relu=64'",
    "zoo/mlp-float16.onnx, 'Relu=96'",
    "zoo/mlp-float64.onnx, 'Relu=96'",
    "zoo/mlp-floatdata.onnx, 'Relu=96'",
    "zoo/mlp-leakyrelu.onnx, 'LeakyRelu=96'",
    "zoo/mlp-linear-only.onnx, ''",
    "zoo/mlp-logsoftmax.onnx, 'Relu=64'",
    "zoo/mlp-nobias.onnx, 'Relu=64'",
    "zoo/mlp-nofold.onnx, 'Relu=96'",
    "zoo/mlp-plain.onnx, 'Relu=96'",
    "zoo/mlp-prelu.onnx, 'PRelu=96'",
    "zoo/mlp-softmax.onnx, 'Relu=64'",
    "zoo/moons-3x16.onnx, 'Relu=48'",
    "zoo-modern/mlp-3x32/model.onnx, 'Relu=96'",
    "vnncomp/ACASXU_run2a_1_1_batch_2000.onnx, 'Relu=300'",
    "vnncomp/mnist-net_256x2.onnx, 'Relu=512'",
    "vnncomp/mnist-net_256x4.onnx, 'Relu=1024'"
  })
  void givesWhatOnnxRuntimeGives(String name, String units) throws OrtException {
    var file = SharedFiles.find(name);
    try (Model model = Loading.checked(file)) {
      assertThat(unitsByOperator(model)).isEqualTo(units);
      assertThat(model.layers()).extracting(UnitLayer::role).containsOnly(hidden(model));
      NetworkEvaluator evaluator = new NetworkEvaluator(model.network().orElseThrow());
      for (int seed = 0; seed < 8; seed++) {
        double[] input = Loading.imageLike(model.inputShape().size(), seed);
        double[] expected = Loading.reference(file, input);
        assertThat(squashed(name, evaluator.output(input)))
            .as("input of seed %d", seed)
            .containsExactly(expected, within(tolerance(name, expected)));
      }
    }
  }

  static double tolerance(String name, double[] expected) {
    double magnitude = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    double digits = name.contains("float16") ? 2e-2 : name.contains("float64") ? 1e-12 : 1e-5;
    return digits * Math.max(1, magnitude);
  }

  private static UnitRole[] hidden(Model model) {
    return model.layers().isEmpty() ? new UnitRole[0] : new UnitRole[] {UnitRole.HIDDEN};
  }

  private static String unitsByOperator(Model model) {
    TreeMap<String, Integer> units = new TreeMap<>();
    model.layers().forEach(layer -> units.merge(layer.operator(), layer.bits(), Integer::sum));
    String text = units.toString();
    return text.substring(1, text.length() - 1);
  }

  /** What stands behind the last tensor kept, in two of the files. */
  static double[] squashed(String name, double[] logits) {
    if (!name.contains("softmax")) {
      return logits;
    }
    double max = Arrays.stream(logits).max().orElseThrow();
    double sum = Arrays.stream(logits).map(z -> Math.exp(z - max)).sum();
    boolean logarithm = name.contains("logsoftmax");
    return Arrays.stream(logits)
        .map(z -> logarithm ? z - max - Math.log(sum) : Math.exp(z - max) / sum)
        .toArray();
  }
}
