package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.folding.engine.verify.Difference;
import org.folding.engine.verify.VerifyMode;
import org.folding.engine.verify.WalkDifferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class FoldingCliTest {
  private static final Path FOLDER = Path.of("").toAbsolutePath();

  @Test
  void withoutCommandListsThem() {
    assertThat(Shell.run())
        .isEqualTo(
            new Shell(
                2,
                "",
                "a command is missing: one of run, verify, demo, study, report, describe,"
                    + " walk, plane, convert, plugins, help, generate-completion\n"
                    + "'folding --help' tells more.\n"));
  }

  @Test
  void suggestsCommandsAndOptions() {
    assertThat(Shell.run("descrbe", "x"))
        .isEqualTo(
            new Shell(
                2,
                "",
                """
                there is no command 'descrbe'
                Did you mean: folding describe or folding demo?
                'folding --help' tells more.
                """));
    assertThat(Shell.run("run", "x.properties", "--forec"))
        .isEqualTo(
            new Shell(
                2,
                "",
                """
                Unknown option: '--forec'
                Possible solutions: --force
                'folding run --help' tells more.
                """));
  }

  @Test
  void missingFilesAreOneLine() {
    assertThat(Shell.run("run", "none.properties"))
        .isEqualTo(new Shell(2, "", "properties file none.properties does not exist\n"));
    assertThat(Shell.run("describe", "none.onnx"))
        .isEqualTo(new Shell(2, "", "model: file " + Path.of("none.onnx") + " does not exist\n"));
    assertThat(Shell.run("plugins", "--plugins", FOLDER.resolve("none")))
        .isEqualTo(
            new Shell(2, "", "--plugins: folder " + FOLDER.resolve("none") + " does not exist\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "demo", "describe", "convert", "plugins", "help"})
  void everyCommandHasHelp(String command) {
    Shell shell = Shell.run(command, "--help");

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).startsWith("Usage: folding " + command);
    assertThat(shell.err()).isEmpty();
    assertThat(Shell.run("help", command).out()).isEqualTo(shell.out());
  }

  @Test
  void helpListsEveryProperty() {
    Shell shell = Shell.run("help", "properties");

    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("model.loader ", "output.formats ", "paths.line.pairs ", "metrics.range.layers ");
    assertThat(Shell.run("help", "nothing").code()).isEqualTo(2);
    assertThat(Shell.run("help").out()).isEqualTo(Shell.run("--help").out());
  }

  @Test
  void tellsVersionsAndCompletes() {
    assertThat(Shell.run("--version").out()).startsWith("folding ").contains("\nJava ");
    assertThat(Shell.run("--version", "--verbose").out().lines().skip(2))
        .singleElement(InstanceOfAssertFactories.STRING)
        .matches("kernels (vector \\((128|256|512) bits\\)|plain \\(.+\\))");
    assertThat(Shell.run("generate-completion").out()).startsWith("#!/usr/bin/env bash");
  }

  @Test
  void aWrongWalkIsToldInWordsAndIsAFault() {
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    Difference difference = new Difference(8, 2, 0.25, "relu1", 3, 0, true);
    CommandLine line =
        FoldingCli.of(console)
            .commandLine()
            .addSubcommand(
                "fail",
                new ConsoleCommand(console) {
                  @Override
                  void execute() {
                    throw new WalkDifferenceException(difference, VerifyMode.RATIONAL);
                  }
                });

    assertThat(line.execute("fail")).isEqualTo(FoldingCli.INTERNAL);
    assertThat(err.toString().lines())
        .containsExactly(
            "walk.verify=rational found a wrong walk: path 8, region 2, t = 0.25: unit 3 of layer"
                + " 'relu1' is 1 in the walk but 0 in truth",
            "This is a fault of folding, please report it; nothing was written.");
  }

  @Test
  void internalFaultsTellTheStackTrace() {
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    FoldingCli cli = FoldingCli.of(console);
    CommandLine line =
        cli.commandLine()
            .addSubcommand(
                "fail",
                new ConsoleCommand(console) {
                  @Override
                  void execute() {
                    throw new IllegalStateException("out of order");
                  }
                });

    assertThat(line.execute("fail")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(
            "folding failed, which is not your fault: java.lang.IllegalStateException: out of order")
        .contains("\tat org.folding.cli.FoldingCliTest")
        .contains("Please report this with the lines above");
  }
}
