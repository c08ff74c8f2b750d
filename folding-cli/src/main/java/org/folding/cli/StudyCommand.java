package org.folding.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code folding study}. */
@Command(name = StudyCommand.NAME, description = "Repeats a study of the papers.")
final class StudyCommand extends ConsoleCommand {
  static final String NAME = "study";

  @Spec private CommandSpec spec;

  StudyCommand(Console console) {
    super(console);
  }

  @Override
  void execute() {
    CommandLine line = spec.commandLine();
    throw new ParameterException(
        line, "a study is missing: one of " + String.join(", ", line.getSubcommands().keySet()));
  }
}
