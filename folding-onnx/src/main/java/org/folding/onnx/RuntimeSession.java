package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A model in ONNX Runtime. It computes in the thread that calls it and gives no messages. May be
 * used by several threads at a time.
 */
final class RuntimeSession implements AutoCloseable {
  private final OrtSession session;
  private final GraphInput input;

  private RuntimeSession(OrtSession session, GraphInput input) {
    this.session = session;
    this.input = input;
  }

  /** The environment is one for the whole program and is made once. */
  private static final class Environment {
    static final OrtEnvironment INSTANCE =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "folding");
  }

  /**
   * Makes the native library ready.
   *
   * @throws LinkageError or RuntimeException if it cannot be loaded
   */
  static void load() {
    if (Environment.INSTANCE == null) {
      throw new IllegalStateException("ONNX Runtime has no environment");
    }
  }

  /**
   * @param model the content of an ONNX file
   * @param input the name, type and extents of the input
   * @param provider what computes
   * @throws OrtException if ONNX Runtime cannot evaluate the model
   */
  static RuntimeSession open(byte[] model, GraphInput input, ExecutionProvider provider)
      throws OrtException {
    try {
      return open(model, input, provider, OptLevel.ALL_OPT);
    } catch (OrtException e) {
      // It may have made of the model what it has no implementation of.
      try {
        return open(model, input, provider, OptLevel.BASIC_OPT);
      } catch (OrtException again) {
        e.addSuppressed(again);
        throw e;
      }
    }
  }

  private static RuntimeSession open(
      byte[] model, GraphInput input, ExecutionProvider provider, OptLevel level)
      throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(level);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setDeterministicCompute(true);
      provider.addTo(options);
      return new RuntimeSession(Environment.INSTANCE.createSession(model, options), input);
    }
  }

  /**
   * @param model a model without an input
   * @param name what to call its output
   * @return the output, if its type is one that constants have and all numbers are finite
   */
  static Optional<Constant> constant(byte[] model, String name) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      try (OrtSession session = Environment.INSTANCE.createSession(model, options);
          OrtSession.Result result = session.run(Map.of())) {
        return result.get(0) instanceof OnnxTensor tensor
            ? constant(tensor, name)
            : Optional.empty();
      }
    }
  }

  private static Optional<Constant> constant(OnnxTensor tensor, String name) {
    int[] dims = Arrays.stream(tensor.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
    double[] values = new double[Strides.size(dims)];
    DataType type;
    switch (tensor.getInfo().type) {
      case FLOAT, FLOAT16, BFLOAT16 -> {
        type = DataType.valueOf(tensor.getInfo().type.name());
        FloatBuffer floats = tensor.getFloatBuffer();
        Arrays.setAll(values, floats::get);
      }
      case DOUBLE -> {
        type = DataType.DOUBLE;
        tensor.getDoubleBuffer().get(values);
      }
      case INT64 -> {
        type = DataType.INT64;
        LongBuffer longs = tensor.getLongBuffer();
        Arrays.setAll(values, i -> (double) longs.get(i));
      }
      case INT32 -> {
        type = DataType.INT32;
        IntBuffer ints = tensor.getIntBuffer();
        Arrays.setAll(values, ints::get);
      }
      case BOOL -> {
        type = DataType.BOOL;
        ByteBuffer flags = tensor.getByteBuffer();
        Arrays.setAll(values, flags::get);
      }
      default -> {
        return Optional.empty();
      }
    }
    return Arrays.stream(values).allMatch(Double::isFinite)
        ? Optional.of(Constant.of(name, type, dims, values))
        : Optional.empty();
  }

  /** One result: its extents, and its values row-major. */
  record Output(long[] dims, double[] values) {}

  /**
   * @param rows the extent of axis 0 of the input where it is not fixed
   * @param values the input's values, row-major
   * @return the outputs in their order
   */
  Output[] run(int rows, double[] values) throws OrtException {
    long[] dims = new long[input.dims().length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = input.dims()[i] == GraphInput.SYMBOLIC ? rows : input.dims()[i];
    }
    return run(dims, values, values.length);
  }

  /**
   * @param dims the extents of the input
   * @param values the input's values, row-major, and maybe more
   * @param count how many of the values are the input's
   * @return the outputs in their order
   */
  Output[] run(long[] dims, double[] values, int count) throws OrtException {
    try (OnnxTensor tensor = tensor(input.type(), dims, values, count);
        OrtSession.Result result = session.run(Map.of(input.name(), tensor))) {
      Output[] outputs = new Output[result.size()];
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = output(result.get(i));
      }
      return outputs;
    }
  }

  private static OnnxTensor tensor(DataType type, long[] dims, double[] values, int count)
      throws OrtException {
    OrtEnvironment environment = Environment.INSTANCE;
    if (type == DataType.FLOAT) {
      FloatBuffer floats = direct(count, Float.BYTES).asFloatBuffer();
      for (int i = 0; i < count; i++) {
        floats.put((float) values[i]);
      }
      return OnnxTensor.createTensor(environment, floats.flip(), dims);
    }
    if (type == DataType.DOUBLE) {
      DoubleBuffer doubles = direct(count, Double.BYTES).asDoubleBuffer();
      return OnnxTensor.createTensor(environment, doubles.put(values, 0, count).flip(), dims);
    }
    boolean half = type == DataType.FLOAT16;
    ByteBuffer halves = direct(count, Short.BYTES);
    for (int i = 0; i < count; i++) {
      halves.putShort(half ? HalfFloats.toFloat16(values[i]) : HalfFloats.toBfloat16(values[i]));
    }
    return OnnxTensor.createTensor(
        environment, halves.flip(), dims, half ? OnnxJavaType.FLOAT16 : OnnxJavaType.BFLOAT16);
  }

  private static ByteBuffer direct(int count, int bytes) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, bytes))
        .order(ByteOrder.nativeOrder());
  }

  private static Output output(OnnxValue value) throws OrtException {
    if (!(value instanceof OnnxTensor tensor)) {
      throw new IllegalArgumentException("an output is not a tensor");
    }
    long[] dims = tensor.getInfo().getShape();
    if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
      DoubleBuffer buffer = tensor.getDoubleBuffer();
      double[] values = new double[buffer.remaining()];
      buffer.get(values);
      return new Output(dims, values);
    }
    FloatBuffer buffer = tensor.getFloatBuffer();
    if (buffer == null) {
      throw new IllegalArgumentException("an output is of type " + tensor.getInfo().type);
    }
    double[] values = new double[buffer.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.get(i);
    }
    return new Output(dims, values);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot free a session", e);
    }
  }
}
