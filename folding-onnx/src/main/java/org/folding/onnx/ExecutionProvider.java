package org.folding.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folding.api.InvalidInputException;

/** What ONNX Runtime computes with. Which of them exist depends on its JAR and on the machine. */
enum ExecutionProvider {
  CPU(OrtProvider.CPU),
  CUDA(OrtProvider.CUDA),
  TENSORRT(OrtProvider.TENSOR_RT),
  ROCM(OrtProvider.ROCM),
  DIRECTML(OrtProvider.DIRECT_ML),
  COREML(OrtProvider.CORE_ML),
  OPENVINO(OrtProvider.OPEN_VINO),
  DNNL(OrtProvider.DNNL),
  XNNPACK(OrtProvider.XNNPACK);

  private final OrtProvider provider;

  ExecutionProvider(OrtProvider provider) {
    this.provider = provider;
  }

  /** The words that users write, CPU first. */
  static List<String> words() {
    return Arrays.stream(values()).map(ExecutionProvider::word).toList();
  }

  static ExecutionProvider of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  void addTo(SessionOptions options) throws OrtException {
    switch (this) {
      case CPU -> {
        // Always there, as what computes the rest.
      }
      case CUDA -> options.addCUDA();
      case TENSORRT -> options.addTensorrt(0);
      case ROCM -> options.addROCM();
      case DIRECTML -> options.addDirectML(0);
      case COREML -> options.addCoreML(Map.of());
      case OPENVINO -> options.addOpenVINO("CPU");
      case DNNL -> options.addDnnl(true);
      case XNNPACK -> options.addXnnpack(Map.of());
    }
  }

  /**
   * @param key the property that asks for this provider, for the message
   * @throws InvalidInputException if the ONNX Runtime that runs here does not have it
   */
  void requireAvailable(String key) {
    if (this == CPU) {
      return;
    }
    Set<OrtProvider> available = EnumSet.noneOf(OrtProvider.class);
    try {
      available.addAll(OrtEnvironment.getAvailableProviders());
    } catch (LinkageError | RuntimeException e) {
      // Without its native library ONNX Runtime has none.
    }
    if (!available.contains(provider)) {
      throw new InvalidInputException(
          "'"
              + key
              + "' is "
              + word()
              + ", which the ONNX Runtime of this installation does not have; it has "
              + Arrays.stream(values())
                  .filter(p -> available.contains(p.provider))
                  .map(ExecutionProvider::word)
                  .collect(Collectors.joining(", "))
              + (this == CUDA || this == TENSORRT
                  ? "; put the JAR onnxruntime_gpu in the place of onnxruntime"
                  : ""));
    }
  }
}
