package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.network.Network;
import org.folding.core.json.JsonModels;
import org.folding.engine.network.NetworkEvaluator;

/** Loads models over the public road, and evaluates files with ONNX Runtime as they are. */
final class Loading {
  private Loading() {}

  static Model checked(Path file) {
    return loader(Map.of()).load(source(file));
  }

  static Model unchecked(Path file) {
    return loader(Map.of("check", "false")).load(source(file));
  }

  /** Why a file is refused or, where it can be sampled, what keeps it from being a network. */
  static String objection(Path file) {
    try {
      unchecked(file).close();
      LoadedGraph graph = GraphReader.read(OnnxFile.read(file));
      return graph.refusals().isEmpty()
          ? Operators.unsupported(graph.unknown(), graph.file().location()).getMessage()
          : graph.refusals().get(0).getMessage();
    } catch (InvalidInputException e) {
      return e.getMessage();
    }
  }

  static ModelLoader loader(Map<String, String> options) {
    ModelLoaderFactory factory = new OnnxPlugin().modelLoaders().get(0);
    return factory.create(
        Options.of("model.onnx.", factory.options(), options, Path.of("").toAbsolutePath()));
  }

  static ModelSource source(Path file) {
    return new ModelSource(file.getFileName().toString(), file.toAbsolutePath().getParent());
  }

  static Path write(Path folder, MessageLite model) throws IOException {
    return Files.write(folder.resolve("model.onnx"), model.toByteArray());
  }

  /**
   * Evaluates a model with ONNX Runtime and here, as it is and written as JSON and read back, on
   * inputs of both signs.
   */
  static void assertAgreement(Path folder, String what, MessageLite model) throws Exception {
    Path file = write(folder, model);
    try (Model loaded = unchecked(file)) {
      Network network = loaded.network().orElseThrow();
      NetworkEvaluator evaluator = new NetworkEvaluator(network);
      NetworkEvaluator converted = new NetworkEvaluator(throughJson(folder, network));
      for (int seed = 0; seed < 3; seed++) {
        double[] input = signed(loaded.inputShape().size(), seed);
        double[] expected = reference(file, input);
        assertThat(evaluator.output(input))
            .as("%s, input of seed %d", what, seed)
            .containsExactly(expected, within(1e-5));
        assertThat(converted.output(input))
            .as("%s through JSON, input of seed %d", what, seed)
            .containsExactly(expected, within(1e-5));
      }
    }
    // The loader's own check must not refuse what is right.
    checked(file).close();
  }

  private static Network throughJson(Path folder, Network network) throws IOException {
    Path file = folder.resolve("model.json");
    try (Writer writer = Files.newBufferedWriter(file)) {
      JsonModels.write(network, writer);
    }
    return JsonModels.read(file);
  }

  /** An input as images are: half of the values are zero, the others lie in (0, 1]. */
  static double[] imageLike(int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] input = new double[width];
    for (int i = 0; i < width; i++) {
      input[i] = random.nextBoolean() ? 0 : random.nextInt(1, 257) / 256.0;
    }
    return input;
  }

  /** Values of both signs, multiples of 1/256. */
  static double[] signed(int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] input = new double[width];
    for (int i = 0; i < width; i++) {
      input[i] = random.nextInt(-512, 513) / 256.0;
    }
    return input;
  }

  /** What ONNX Runtime makes of one input, the first extent taken as 1 if it is symbolic. */
  static double[] reference(Path file, double[] input) throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "folding");
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(file.toString(), options)) {
      String name = session.getInputNames().iterator().next();
      TensorInfo info = (TensorInfo) session.getInputInfo().get(name).getInfo();
      long[] dims = info.getShape();
      dims[0] = Math.max(1, dims[0]);
      try (OnnxTensor tensor = tensor(environment, info, dims, input);
          OrtSession.Result result = session.run(Map.of(name, tensor))) {
        return values((OnnxTensor) result.get(0));
      }
    }
  }

  private static OnnxTensor tensor(
      OrtEnvironment environment, TensorInfo info, long[] dims, double[] input)
      throws OrtException {
    if (info.type == OnnxJavaType.DOUBLE) {
      return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(input), dims);
    }
    FloatBuffer floats = FloatBuffer.allocate(input.length);
    for (double value : input) {
      floats.put((float) value);
    }
    floats.flip();
    if (info.type == OnnxJavaType.FLOAT) {
      return OnnxTensor.createTensor(environment, floats, dims);
    }
    ByteBuffer halves =
        ByteBuffer.allocateDirect(Short.BYTES * input.length).order(ByteOrder.nativeOrder());
    while (floats.hasRemaining()) {
      halves.putShort(Fp16Conversions.floatToFp16(floats.get()));
    }
    return OnnxTensor.createTensor(environment, halves.flip(), dims, OnnxJavaType.FLOAT16);
  }

  private static double[] values(OnnxTensor tensor) throws OrtException {
    if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
      DoubleBuffer doubles = tensor.getDoubleBuffer();
      double[] values = new double[doubles.remaining()];
      doubles.get(values);
      return values;
    }
    FloatBuffer floats = tensor.getFloatBuffer();
    double[] values = new double[floats.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = floats.get(i);
    }
    return values;
  }
}
