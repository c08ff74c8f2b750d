package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts folding from a checkout, in a checkout of its own. */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "the launcher is a bash script")
final class LauncherTest {
  private static final Path SCRIPT = Path.of("").toAbsolutePath().resolveSibling("folding");
  private static final int CTRL_C = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private Path checkout;
  private Path target;

  @BeforeEach
  void makeACheckout() throws IOException {
    checkout = folder.resolve("checkout");
    target = checkout.resolve("folding-cli/target");
    for (String module : List.of("api", "core", "onnx", "metrics", "pictures", "cli")) {
      Files.createDirectories(checkout.resolve("folding-" + module + "/src/main"));
      Files.createFile(checkout.resolve("folding-" + module + "/pom.xml"));
    }
    Files.createDirectories(checkout.resolve("folding-core/src/vector"));
    Files.createFile(checkout.resolve("pom.xml"));
    Files.copy(SCRIPT, checkout.resolve("folding"));
    assertThat(checkout.resolve("folding").toFile().setExecutable(true)).isTrue();
  }

  /** Has what these tests run stand where a build would put it. */
  private Path build() throws IOException {
    Path lib = Files.createDirectories(target.resolve("dist/lib"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    new JarOutputStream(Files.newOutputStream(lib.resolve("all.jar")), manifest).close();
    return Files.createFile(target.resolve("dist/built"));
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectError(folder.resolve("err").toFile()).start();
  }

  private Shell run(String... command) throws IOException, InterruptedException {
    Process process = start(command);
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return new Shell(code, out, Files.readString(folder.resolve("err")));
  }

  /** A terminal sends the signal to all that runs in it, also to what passes messages on. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs script(1) of util-linux")
  void inATerminalCtrlCTellsWhereTheRunGoesOn() throws IOException, InterruptedException {
    assumeThat(Path.of("/usr/bin/script")).exists();
    build();
    Files.writeString(
        folder.resolve("run.properties"),
        """
        model=cantornet:A/3
        paths=random
        paths.random.count=100000000
        checkpoint.seconds=0.05
        output.formats=json
        """);
    // The terminal is held open until a line is typed: all that is said can be seen.
    String commands = "trap : INT; checkout/folding run run.properties; echo \"code $?\"; read end";
    // Whoever runs these tests in the background may have Ctrl-C ignored, and no shell can undo
    // that.
    Process terminal =
        start(
            "/usr/bin/env", "--default-signal=INT", "/usr/bin/script", "-qefc", commands, "screen");
    try (OutputStream keyboard = terminal.getOutputStream()) {
      while (!hasCheckpoint(folder.resolve("out"))) {
        assertThat(terminal.isAlive()).isTrue();
        Thread.sleep(5);
      }
      keyboard.write(CTRL_C);
      keyboard.flush();

      awaitOnScreen("code 130");
      awaitOnScreen("interrupted; the same command goes on from path ");
    } finally {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  private void awaitOnScreen(String text) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    String screen = "";
    while (!screen.contains(text) && Instant.now().isBefore(end)) {
      Thread.sleep(20);
      screen = Files.readString(folder.resolve("screen"), StandardCharsets.ISO_8859_1);
    }
    assertThat(screen).contains(text);
  }

  private static boolean hasCheckpoint(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(out, ".checkpoint-*.partial")) {
      return files.iterator().hasNext();
    }
  }

  /** The tests may run as a user who may write anywhere, but not into a folder as into a file. */
  @Test
  void runsWhatIsBuiltWhereItCannotBuild() throws IOException, InterruptedException {
    Files.setLastModifiedTime(build(), FileTime.from(Instant.EPOCH));
    Files.createDirectory(target.resolve("launcher.lock"));

    Shell shell = run("checkout/folding", "--version");

    assertThat(shell.err())
        .isEqualTo(
            "folding: the sources are newer than what is built, but "
                + target.toRealPath()
                + " cannot be written to; running what is built\n");
    assertThat(shell.out()).isEqualTo(Shell.run("--version").out());
    assertThat(shell.code()).isZero();
  }

  @Test
  void saysWhatToDoWhereItCanNeitherBuildNorRun() throws IOException, InterruptedException {
    Files.createFile(target);

    assertThat(run("checkout/folding", "--version"))
        .isEqualTo(
            new Shell(
                2,
                "",
                "folding: it is not built yet, and "
                    + checkout.toRealPath().resolve("folding-cli/target")
                    + " cannot be written to; clone folding to a folder of your own, or ask the"
                    + " owner of this one to call it once\n"));
  }
}
