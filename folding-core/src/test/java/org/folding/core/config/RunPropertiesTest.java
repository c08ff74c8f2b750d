package org.folding.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.core.config.RunProperties.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunPropertiesTest {
  @TempDir private Path folder;

  @Test
  void readsUtf8WithAndWithoutByteOrderMark() throws IOException {
    byte[] text = "\uFEFFmodel = näß.onnx  \n# comment\n".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("a.properties"), text);

    assertThat(RunProperties.read(file, Map.of()).entries())
        .isEqualTo(Map.of("model", new Entry("näß.onnx", "'model' in a.properties")));
  }

  @Test
  void refusesOtherEncodings() throws IOException {
    byte[] text = "model=n\u00e4h".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("a.properties"), text);

    assertThatThrownBy(() -> RunProperties.read(file, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + " is not UTF-8 text; save it in that encoding");
  }

  @Test
  void replacesEnvironmentVariables() throws IOException {
    Path file = write("model=${ENV:HOME}/${ENV:NAME}.onnx\n");
    Map<String, String> environment = Map.of("HOME", "/$1", "NAME", "net");

    assertThat(
            RunProperties.read(file, Map.of(), key -> key, environment::get)
                .entries()
                .get("model")
                .value())
        .isEqualTo("/$1/net.onnx");
  }

  @Test
  void reportsWhatCannotBeResolved() throws IOException {
    Path file = write("model=${ENV:NOPE}\ndata=${HOME}/x\n");

    assertThat(
            RunProperties.read(file, Map.of("output", "${ENV:}"), key -> key, name -> null)
                .problems())
        .containsExactly(
            "'model' names the environment variable 'NOPE', which is not set",
            "'data' holds ${HOME}; only ${ENV:NAME} can be resolved",
            "'output' holds ${ENV:}, which names no environment variable");
  }

  /** It would be the name of a folder. */
  @Test
  void reportsABraceThatIsNotClosed() throws IOException {
    Path file = write("model=${ENV:NAME}/net.onnx\noutput=${ENV:NAME}/${ENV:X\ndata=a}b$c.csv\n");

    assertThat(
            RunProperties.read(file, Map.of("plugins", "${"), key -> key, name -> "x").problems())
        .containsExactly(
            "'output' holds ${ without a closing }; write ${ENV:NAME} for the value of an"
                + " environment variable",
            "'plugins' holds ${ without a closing }; write ${ENV:NAME} for the value of an"
                + " environment variable");
  }

  @Test
  void refusesMissingFilesFoldersAndBrokenEscapes() throws IOException {
    Path missing = folder.resolve("none.properties");
    assertThatThrownBy(() -> RunProperties.read(missing, Map.of()))
        .hasMessage("properties file " + missing + " does not exist");
    assertThatThrownBy(() -> RunProperties.read(folder, Map.of()))
        .hasMessage(folder + " is a folder, not a properties file");
    Path broken = write("model=C:\\users\\net.onnx\n");
    assertThatThrownBy(() -> RunProperties.read(broken, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a backslash in a value is written \\\\");
  }

  @Test
  void refusesBackslashesThatBecameTabsAndLineBreaks() throws IOException {
    Path file = write("model=C:\\temp\\net.onnx\npaths=line\n");

    assertThat(RunProperties.read(file, Map.of()).problems())
        .containsExactly(
            "'model' in a.properties holds a tab or line break; write a space, and \\\\ for a"
                + " backslash");
  }

  @Test
  void pluginFolderIsTheDefaultOnlyWhereItExists() throws IOException {
    RunProperties properties = RunProperties.read(write("model=x\n"), Map.of());
    assertThat(properties.pluginFolder()).isEmpty();

    Files.createDirectory(folder.resolve("plugins"));
    assertThat(properties.pluginFolder()).contains(folder.resolve("plugins"));
  }

  @Test
  void anEmptyOrImpossibleNameIsNoPluginFolder() throws IOException {
    assertThat(RunProperties.read(write("plugins=\n"), Map.of()).pluginFolder()).isEmpty();
    assertThat(RunProperties.read(write("plugins=a\\u0000b\n"), Map.of()).pluginFolder()).isEmpty();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("a.properties"), text);
  }
}
