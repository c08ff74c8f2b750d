package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.real;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.path.Walker;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network with a normalisation before each ReLU, and its twin whose weights have taken it in. */
final class BatchNormalizationTest {
  private static final int WIDTH = 12;
  private static final double EPSILON = 1e-3;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(77);
  private final OnnxModels separate = withInput(DataType.DOUBLE, BATCH, WIDTH);
  private final OnnxModels folded = withInput(DataType.DOUBLE, BATCH, WIDTH);

  @Test
  void itsWalksAreThoseOfItsFoldedTwin() throws Exception {
    String tensor = "x";
    for (int layer = 0; layer < 3; layer++) {
      addLayer(layer, tensor);
      tensor = "a" + layer;
    }
    Path file = Loading.write(folder, separate.node("Neg", List.of(tensor), "y").output("y"));
    Model first = Loading.checked(file);
    Loading.write(folder, folded.node("Neg", List.of(tensor), "y").output("y"));
    Model second = Loading.checked(file);
    int flips = 0;
    for (int path = 0; path < 20; path++) {
      double[] from = random.doubles(WIDTH, -2, 2).toArray();
      double[] to = random.doubles(WIDTH, -2, 2).toArray();
      Walk a = Networks.exactWalker(first.network().orElseThrow()).walk(Networks.line(from, to));
      Walk b = Networks.exactWalker(second.network().orElseThrow()).walk(Networks.line(from, to));
      assertThat(a.flips()).isEqualTo(b.flips());
      for (int step = 0; step < a.steps(); step++) {
        assertThat(a.time(step)).isEqualTo(b.time(step), within(1e-10));
        assertThat(a.bit(a.firstFlip(step))).isEqualTo(b.bit(b.firstFlip(step)));
      }
      flips += a.flips();
    }
    assertThat(flips).isGreaterThan(100);
    first.close();
    second.close();
  }

  /** The file of an exporter, whose twin is made from its numbers. */
  @Test
  void anExportedNetworkWalksAsItsFoldedTwin() throws Exception {
    Path exported = SharedFiles.find("zoo/mlp-batchnorm.onnx");
    Path twin = Loading.write(folder, twinOf(ModelProto.parseFrom(Files.readAllBytes(exported))));
    Dataset images =
        DataFiles.read(SharedFiles.find("mnist/t10k-images-idx3-ubyte.gz"), DataOptions.DEFAULTS);
    int flips = 0;
    try (Model first = Loading.checked(exported);
        Model second = Loading.checked(twin)) {
      for (int row = 0; row < 10; row++) {
        InputPath path = InputPath.betweenRows(row, 20 - row);
        Walk a = walker(first, images).walk(path);
        Walk b = walker(second, images).walk(path);
        assertThat(a.flips()).isEqualTo(b.flips());
        for (int step = 0; step < a.steps(); step++) {
          assertThat(a.time(step)).isEqualTo(b.time(step), within(1e-10));
          assertThat(a.bit(a.firstFlip(step))).isEqualTo(b.bit(b.firstFlip(step)));
        }
        flips += a.flips();
      }
    }
    assertThat(flips).isGreaterThan(100);
  }

  private static Walker walker(Model model, Dataset images) {
    return new WalkerFactory(
            model, Optional.of(images), WalkSettings.exact(WalkSettings.Count.HIDDEN))
        .newWalker();
  }

  /** The same network in float64 without normalisations: Gemm nodes (transB=1) take them in. */
  private static ModelProto twinOf(ModelProto exported) {
    Map<String, TensorProto> tensors = new HashMap<>();
    for (TensorProto tensor : exported.getGraph().getInitializerList()) {
      tensors.put(tensor.getName(), tensor);
    }
    OnnxModels twin = withInput(DataType.DOUBLE, BATCH, 784);
    String last = "x";
    NodeProto gemm = null;
    List<NodeProto> nodes = exported.getGraph().getNodeList();
    for (int i = 0; i < nodes.size(); i++) {
      NodeProto node = nodes.get(i);
      String result = "t" + i;
      if (node.getOpType().equals("Gemm")) {
        gemm = node;
      }
      boolean ends = i == nodes.size() - 1;
      if (node.getOpType().equals("BatchNormalization") || ends) {
        double[] w = floats(tensors.get(gemm.getInput(1)));
        double[] b = floats(tensors.get(gemm.getInput(2)));
        if (!ends) {
          takeIn(node, tensors, w, b);
        }
        twin.tensor(doubles("W" + i, w, b.length, w.length / b.length))
            .tensor(doubles("b" + i, b, b.length))
            .node("Gemm", List.of(last, "W" + i, "b" + i), result, integer("transB", 1));
        last = result;
      } else if (node.getOpType().equals("Relu")) {
        twin.node("Relu", List.of(last), result);
        last = result;
      }
    }
    return twin.output(last);
  }

  private static void takeIn(
      NodeProto node, Map<String, TensorProto> tensors, double[] w, double[] b) {
    double[] scale = floats(tensors.get(node.getInput(1)));
    double[] shift = floats(tensors.get(node.getInput(2)));
    double[] mean = floats(tensors.get(node.getInput(3)));
    double[] variance = floats(tensors.get(node.getInput(4)));
    float epsilon =
        node.getAttributeList().stream()
            .filter(attribute -> attribute.getName().equals("epsilon"))
            .findFirst()
            .orElseThrow()
            .getF();
    int inputs = w.length / b.length;
    for (int o = 0; o < b.length; o++) {
      double factor = scale[o] / Math.sqrt(variance[o] + epsilon);
      for (int i = 0; i < inputs; i++) {
        w[o * inputs + i] *= factor;
      }
      b[o] = (b[o] - mean[o]) * factor + shift[o];
    }
  }

  private static double[] floats(TensorProto tensor) {
    FloatBuffer raw =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    double[] values = new double[raw.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = raw.get(i);
    }
    return values;
  }

  private void addLayer(int layer, String tensor) {
    double[] w = random.doubles(WIDTH * WIDTH, -1, 1).toArray();
    double[] bias = random.doubles(WIDTH, -1, 1).toArray();
    double[] scale = random.doubles(WIDTH, -2, 2).toArray();
    double[] shift = random.doubles(WIDTH, -1, 1).toArray();
    double[] mean = random.doubles(WIDTH, -1, 1).toArray();
    double[] variance = random.doubles(WIDTH, 0.1, 3).toArray();
    separate
        .tensor(doubles("W" + layer, w, WIDTH, WIDTH))
        .tensor(doubles("b" + layer, bias, WIDTH))
        .tensor(doubles("s" + layer, scale, WIDTH))
        .tensor(doubles("h" + layer, shift, WIDTH))
        .tensor(doubles("m" + layer, mean, WIDTH))
        .tensor(doubles("v" + layer, variance, WIDTH))
        .node("Gemm", List.of(tensor, "W" + layer, "b" + layer), "g" + layer)
        .node(
            "BatchNormalization",
            List.of("g" + layer, "s" + layer, "h" + layer, "m" + layer, "v" + layer),
            "n" + layer,
            real("epsilon", EPSILON))
        .node("Relu", List.of("n" + layer), "a" + layer);
    // s·(Wx + b − m)/√(v + ε) + h, with ε as the binary32 number that an attribute is.
    double[] twinW = w.clone();
    double[] twinB = bias.clone();
    for (int o = 0; o < WIDTH; o++) {
      double factor = scale[o] / Math.sqrt(variance[o] + (float) EPSILON);
      for (int i = 0; i < WIDTH; i++) {
        twinW[i * WIDTH + o] *= factor;
      }
      twinB[o] = (bias[o] - mean[o]) * factor + shift[o];
    }
    folded
        .tensor(doubles("W" + layer, twinW, WIDTH, WIDTH))
        .tensor(doubles("b" + layer, twinB, WIDTH))
        .node("Gemm", List.of(tensor, "W" + layer, "b" + layer), "g" + layer)
        .node("Relu", List.of("g" + layer), "a" + layer);
  }

  private static TensorProto doubles(String name, double[] values, long... dims) {
    TensorProto.Builder tensor = typed(name, DataType.DOUBLE, dims);
    for (double value : values) {
      tensor.addDoubleData(value);
    }
    return tensor.build();
  }
}
