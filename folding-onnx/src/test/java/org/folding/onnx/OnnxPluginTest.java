package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.plugin.FoldingPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnnxPluginTest {
  private final ModelLoaderFactory factory = new OnnxPlugin().modelLoaders().get(0);

  @Test
  void isRegistered() {
    assertThat(ServiceLoader.load(FoldingPlugin.class))
        .hasAtLeastOneElementOfType(OnnxPlugin.class);
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
