package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The remedy that a message about a model names can be given to every command that loads one. */
final class LoaderArgumentsTest {
  private static final String UNCHECKED = "-Dmodel.onnx.check=false";

  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void writeModel() throws IOException {
    model = Bfloat16Model.write(folder.resolve("b.onnx"), 2, 1);
  }

  @Test
  void describeTakesOptionsOfTheLoader() {
    Shell refused = Shell.run("describe", model);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith(model.toString())
        .contains("ONNX Runtime cannot evaluate this model", "set model.onnx.check=false");
    Shell shell = Shell.run("describe", model, UNCHECKED);
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out()).contains("units       2 hidden\n", "exact walk  yes\n");
    // The short form that properties files know, and after a blank.
    assertThat(Shell.run("describe", model, "-D", "onnx.check=false")).isEqualTo(shell);
  }

  @Test
  void convertTakesThem() {
    Path target = folder.resolve("b.json");

    assertThat(Shell.run("convert", model, target, UNCHECKED).code()).isZero();
    assertThat(Shell.run("describe", target).out()).contains("units       2 hidden\n");
  }

  @Test
  void convertDoesNotReplaceItsModel() throws IOException {
    byte[] before = Files.readAllBytes(model);

    Shell refused = Shell.run("convert", model, model, "--force", UNCHECKED);

    assertThat(refused)
        .isEqualTo(
            new Shell(
                2, "", model + " is what is read here and would be lost; name another file\n"));
    assertThat(model).hasBinaryContent(before);
  }

  /** What is not a file would become one. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs mkfifo")
  void convertDoesNotReplacePipes() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    Shell refused = Shell.run("convert", model, pipe, "--force", UNCHECKED);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(pipe + " is a device or the like");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  /** Both units are x + y, so both flip in the middle. */
  @Test
  void walkAndPlaneTakeThem() {
    Shell walk = Shell.run("walk", model, "--from=-1,0", "--to", "1,0", UNCHECKED);
    Shell plane =
        Shell.run("plane", model, "--frame=-1,1,-1,1", "-o", folder.resolve("p.svg"), UNCHECKED);

    assertThat(walk.err()).isEmpty();
    assertThat(walk.out()).containsPattern("flips +2 in 1 steps, 2 regions\n");
    assertThat(plane.err()).isEmpty();
    assertThat(plane.out()).contains("regions   2, found");
  }

  @Test
  void refusesWhatIsNoOptionOfTheLoader() {
    assertThat(Shell.run("describe", model, "-Dwalk=sampled"))
        .isEqualTo(
            new Shell(
                2,
                "",
                "'walk' is no option of the model's loader onnx; its options are"
                    + " model.onnx.check, model.onnx.memory, model.onnx.provider\n"));
    assertThat(Shell.run("describe", model, "-Dmodel.onnx.chek=false").err())
        .isEqualTo(
            "'model.onnx.chek' is no option of the model's loader onnx; did you mean"
                + " 'model.onnx.check'?\n");
    assertThat(Shell.run("describe", model, UNCHECKED, "-Donnx.check=true").err())
        .isEqualTo("'onnx.check' and 'model.onnx.check' are the same; remove one of them\n");
    assertThat(Shell.run("describe", model, "-Dmodel.onnx.check=perhaps").err())
        .startsWith("'model.onnx.check' is 'perhaps' but must be ");
    assertThat(Shell.run("describe", "cantornet:A/2", UNCHECKED).err())
        .startsWith("'model.onnx.check' is no option of the model's loader cantornet");
    assertThat(Shell.run("describe", model, "-Dcheck").err())
        .isEqualTo("-D check is no KEY=VALUE; write for example -D model.onnx.check=false\n");
  }
}
