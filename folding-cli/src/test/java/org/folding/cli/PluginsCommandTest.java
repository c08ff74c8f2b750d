package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginsCommandTest {
  @TempDir private Path folder;

  @Test
  void listsWhatIsBuiltIn() {
    Shell shell = Shell.run("plugins");

    assertThat(shell.code()).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .containsPattern("model loader +onnx ")
        .containsPattern("path generator +line ")
        .containsPattern("metric +convexity-defect ")
        .containsPattern("metrics\\.range\\.layers +false ");
  }

  @Test
  void goesOnAfterABrokenPlugin() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jar"), "not a JAR");

    Shell shell = Shell.run("plugins", "--plugins", folder);

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).containsPattern("metric +range ");
    assertThat(shell.err()).contains("plugins that cannot be loaded:\n" + broken);
  }
}
