package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of ONNX Runtime's native part, in a JVM of its own. */
final class NativeLibraryTest {
  @TempDir Path folder;

  /** Loads a model in the JVM started for it; prints one line. */
  static final class Program {
    private Program() {}

    /**
     * @param arguments the file, and whether to check it
     */
    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      try (Model model = Loading.loader(Map.of("check", arguments[1])).load(Loading.source(file))) {
        System.out.println("loaded " + model.name());
      } catch (InvalidInputException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void printsNothingOfItsOwn() throws Exception {
    assertThat(run("true")).containsExactly("loaded model");
  }

  @Test
  void missingLibraryIsToldWithTheWayAroundIt() throws Exception {
    String nowhere = "-Donnxruntime.native.path=" + folder.resolve("nowhere");
    List<String> output = run("true", nowhere);
    assertThat(output).hasSize(1);
    assertThat(output.get(0))
        .contains("model.onnx", "native library cannot be loaded", "model.onnx.check=false");
    assertThat(run("false", nowhere)).containsExactly("loaded model");
  }

  private List<String> run(String check, String... settings) throws Exception {
    ModelProto model = withInput(BATCH, 3).node("Relu", List.of("x"), "y").output("y");
    Path file = Loading.write(folder, model);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(quiet());
    command.addAll(Arrays.asList(settings));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Program.class.getName(), file.toString(), check));
    Path output = folder.resolve("output.txt");
    Process process = start(command, output);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }

  /** What the launcher tells newer Java versions, so that they do not warn of libraries. */
  private static List<String> quiet() {
    int version = Runtime.version().feature();
    List<String> options = new ArrayList<>();
    if (version >= 22) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    if (version == 24 || version == 25) {
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    return options;
  }

  private static Process start(List<String> command, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // Java itself prints a line where this is set.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }
}
