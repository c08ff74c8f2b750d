package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.withInput;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.testkit.PluginContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnnxPluginTest {
  private final ModelLoaderFactory factory = new OnnxPlugin().modelLoaders().get(0);

  /** Two layers before a tanh, which are walked exactly and sampled, and one behind it. */
  @Test
  void keepsTheContractOfPlugins(@TempDir Path folder) throws IOException {
    Loading.write(
        folder,
        withInput(BATCH, 3)
            .floats("A", dims(3, 4), 1, -2, 3, 0.5, -1, 2, 0.25, 1, 4, -3, 2, -1)
            .floats("b", dims(4), 0.5, -0.5, 1, 0)
            .floats("C", dims(4, 2), 1, -1, 2, 0.5, -3, 1, 1, 2)
            .floats("low", dims(), -1)
            .floats("high", dims(), 6)
            .node("MatMul", List.of("x", "A"), "m")
            .node("Add", List.of("m", "b"), "z")
            .node("Relu", List.of("z"), "r")
            .node("MatMul", List.of("r", "C"), "n")
            .node("Clip", List.of("n", "low", "high"), "c")
            .node("Tanh", List.of("c"), "t")
            .node("Relu", List.of("t"), "s")
            .node("Neg", List.of("s"), "y")
            .output("y"));

    PluginContract.of(new OnnxPlugin())
        .model("onnx", Map.of(), new ModelSource("model.onnx", folder))
        .check();
  }

  @Test
  void acceptsOnnxFilesByName() {
    assertThat(factory.name()).isEqualTo("onnx");
    assertThat(factory.accepts(new ModelSource("a/net.onnx", Path.of("")))).isTrue();
    assertThat(factory.accepts(new ModelSource("NET.ONNX", Path.of("")))).isTrue();
    assertThat(factory.accepts(new ModelSource("net.pth", Path.of("")))).isTrue();
    assertThat(factory.accepts(new ModelSource("net.json", Path.of("")))).isFalse();
    assertThat(factory.accepts(new ModelSource("cantornet:A/3", Path.of("")))).isFalse();
  }

  @Test
  void offersItsOptions() {
    assertThat(factory.options())
        .extracting(OptionSpec::key)
        .containsExactly("check", "provider", "memory");
    assertThatThrownBy(() -> Loading.loader(Map.of("check", "maybe")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model.onnx.check");
  }

  @Test
  void refusesWhatIsNoFile(@TempDir Path folder) {
    assertThatThrownBy(() -> Loading.checked(folder.resolve("none.onnx")).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.onnx: there is no such file");
    assertThatThrownBy(() -> Loading.checked(folder).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a file");
    ModelSource unspeakable = new ModelSource("a\0b.onnx", folder);
    assertThatThrownBy(() -> Loading.loader(Map.of()).load(unspeakable))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot be the name of a file");
  }
}
