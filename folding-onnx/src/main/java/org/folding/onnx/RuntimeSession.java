package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Map;

/** Evaluates a model with ONNX Runtime: one thread, no messages, nothing left open. */
final class RuntimeSession {
  private RuntimeSession() {}

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
   * @param rows the extent of a symbolic batch axis
   * @param values the input's values, row-major; each is one of the type
   * @return the values of the first output
   */
  static double[] evaluate(byte[] model, GraphInput input, int rows, double[] values)
      throws OrtException {
    long[] dims = new long[input.dims().length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = input.dims()[i] == GraphInput.SYMBOLIC ? rows : input.dims()[i];
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      try (OrtSession session = Environment.INSTANCE.createSession(model, options);
          OnnxTensor tensor = tensor(input.type(), dims, values);
          OrtSession.Result result = session.run(Map.of(input.name(), tensor))) {
        return toDoubles(result.get(0));
      }
    }
  }

  private static OnnxTensor tensor(DataType type, long[] dims, double[] values)
      throws OrtException {
    OrtEnvironment environment = Environment.INSTANCE;
    if (type == DataType.FLOAT) {
      FloatBuffer floats = direct(values.length, Float.BYTES).asFloatBuffer();
      for (double value : values) {
        floats.put((float) value);
      }
      return OnnxTensor.createTensor(environment, floats.flip(), dims);
    }
    if (type == DataType.DOUBLE) {
      DoubleBuffer doubles = direct(values.length, Double.BYTES).asDoubleBuffer();
      return OnnxTensor.createTensor(environment, doubles.put(values).flip(), dims);
    }
    boolean half = type == DataType.FLOAT16;
    ByteBuffer halves = direct(values.length, Short.BYTES);
    for (double value : values) {
      halves.putShort(half ? HalfFloats.toFloat16(value) : HalfFloats.toBfloat16(value));
    }
    return OnnxTensor.createTensor(
        environment, halves.flip(), dims, half ? OnnxJavaType.FLOAT16 : OnnxJavaType.BFLOAT16);
  }

  private static ByteBuffer direct(int count, int bytes) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, bytes))
        .order(ByteOrder.nativeOrder());
  }

  private static double[] toDoubles(OnnxValue value) throws OrtException {
    if (!(value instanceof OnnxTensor tensor)) {
      throw new IllegalArgumentException("its output is no tensor");
    }
    if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
      DoubleBuffer buffer = tensor.getDoubleBuffer();
      double[] values = new double[buffer.remaining()];
      buffer.get(values);
      return values;
    }
    FloatBuffer buffer = tensor.getFloatBuffer();
    if (buffer == null) {
      throw new IllegalArgumentException("its output is of type " + tensor.getInfo().type);
    }
    double[] values = new double[buffer.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.get(i);
    }
    return values;
  }
}
