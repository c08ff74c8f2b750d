package org.folding.onnx;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.folding.core.config.ConfigurationReader;
import org.folding.core.config.RunProperties;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.core.json.JsonModels;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;

/** The readers of files that come from anywhere, each as what it makes of one file. */
enum FuzzedReader {
  ONNX(".onnx") {
    @Override
    void read(Path file) {
      GraphReader.read(OnnxFile.read(file));
    }
  },
  NPY(".npy"),
  NPZ(".npz"),
  IDX(".idx3-ubyte", ".idx1-ubyte"),
  IDX_GZ(".gz"),
  CSV(".csv"),
  JSON(".json") {
    @Override
    void read(Path file) {
      JsonModels.read(file);
    }
  },
  PROPERTIES(".properties") {
    @Override
    void read(Path file) {
      ConfigurationReader.read(RunProperties.read(file, Map.of()), BuiltIn.REGISTRY);
    }
  };

  /** The components of the modules on the class path, loaded once. */
  private static final class BuiltIn {
    static final ComponentRegistry REGISTRY = PluginLoader.load(Optional.empty());
  }

  private final String ending;
  private final String otherEnding;

  FuzzedReader(String ending) {
    this(ending, ending);
  }

  FuzzedReader(String ending, String otherEnding) {
    this.ending = ending;
    this.otherEnding = otherEnding;
  }

  /**
   * @param file a file of a name that this reader is for
   * @throws org.folding.api.InvalidInputException if it is not what it should be
   */
  void read(Path file) {
    DataFiles.read(file, DataOptions.DEFAULTS);
  }

  String ending() {
    return ending;
  }

  boolean isFor(Path file) {
    return file.toString().endsWith(ending) || file.toString().endsWith(otherEnding);
  }

  static FuzzedReader of(String name) {
    return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }
}
