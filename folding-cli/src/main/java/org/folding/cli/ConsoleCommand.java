package org.folding.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the commands share: a console, {@code --help}, and how exit codes come about. */
@Command(mixinStandardHelpOptions = true, versionProvider = FoldingCommand.Version.class)
abstract class ConsoleCommand implements Callable<Integer> {
  private final Console console;

  ConsoleCommand(Console console) {
    this.console = console;
  }

  /** Does what the command is for; a user's mistake is an InvalidInputException. */
  abstract void execute();

  @Override
  public final Integer call() {
    execute();
    return FoldingCli.OK;
  }

  final Console console() {
    return console;
  }

  final PrintWriter out() {
    return console.out();
  }
}
