package org.folding.onnx;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelSource;
import org.folding.core.network.NetworkModel;

/** Loads one ONNX file, with the files of its external data. */
final class OnnxModelLoader implements ModelLoader {
  private final boolean check;
  private final String switchOff;

  /**
   * @param check whether to compare the model with ONNX Runtime
   * @param switchOff the setting that turns the comparison off, for messages
   */
  OnnxModelLoader(boolean check, String switchOff) {
    this.check = check;
    this.switchOff = switchOff;
  }

  @Override
  public Model load(ModelSource source) {
    OnnxFile file = OnnxFile.read(path(source));
    LoadedGraph graph = GraphReader.read(file);
    if (check) {
      new RuntimeCheck(file.location(), switchOff).check(graph);
    }
    return new NetworkModel(graph.network(), graph.tensors().files());
  }

  private static Path path(ModelSource source) {
    try {
      return source.file();
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          "'" + Location.printable(source.text()) + "' cannot be the name of a file", e);
    }
  }
}
