package org.folding.cli;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.core.output.Versions;
import org.folding.core.pipeline.RunInterruptedException;
import org.folding.core.plugin.PluginFaultException;
import org.folding.engine.verify.WalkDifferenceException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong, and gives the exit code for it. */
final class Failures {
  /** The most lines of a stack trace of a plugin. */
  private static final int MOST_LINES = 60;

  private final Console console;

  @Inject
  Failures(Console console) {
    this.console = console;
  }

  /** A command line that cannot be understood. */
  int usage(ParameterException e) {
    PrintWriter err = console.err();
    if (e instanceof UnmatchedArgumentException unmatched && isCommand(unmatched)) {
      err.println("there is no command '" + unmatched.getUnmatched().get(0) + "'");
    } else {
      err.println(e.getMessage());
    }
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("'" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells more.");
    return FoldingCli.USER;
  }

  /** Whether the word that nobody knows stands where a command should. */
  private static boolean isCommand(UnmatchedArgumentException e) {
    return e.getCommandLine().getParent() == null && !e.isUnknownOption();
  }

  /** A command that was understood and failed. */
  int failed(Exception e, CommandLine command) {
    PrintWriter err = console.err();
    if (e instanceof InvalidInputException invalid) {
      RemedyWords words = new RemedyWords(command.getCommandSpec());
      print(invalid.details().stream().map(words::line).toList());
      return FoldingCli.USER;
    }
    if (e instanceof RunInterruptedException interrupted) {
      err.println(
          interrupted.kept().isPresent()
              ? "interrupted; the same command goes on from path " + interrupted.kept().getAsLong()
              : "interrupted; nothing was written");
      return FoldingCli.INTERNAL;
    }
    if (e instanceof WalkDifferenceException) {
      err.println(e.getMessage());
      err.println("This is a fault of folding, please report it; nothing was written.");
      return FoldingCli.INTERNAL;
    }
    if (e instanceof PluginFaultException) {
      err.println(e.getMessage());
      if (e.getCause() != null) {
        printTrace(e.getCause());
      }
      if (e.getCause() instanceof OutOfMemoryError) {
        err.println("FOLDING_OPTS=-Xmx8g, for example, gives the JVM a larger heap.");
      }
      err.println(
          "Please report this to the author of the plugin, with the lines above "
              + versions()
              + ".");
      return FoldingCli.INTERNAL;
    }
    if (e instanceof VerifyCommand.NotProvenException) {
      return FoldingCli.INTERNAL;
    }
    return internal(e);
  }

  /** Memory that folding itself ran out of, wherever that was. */
  int outOfMemory() {
    console.err().println("not enough memory; give more, for example FOLDING_OPTS=-Xmx8g");
    return FoldingCli.USER;
  }

  /** A fault of the program. */
  int internal(Throwable e) {
    console.err().println("folding failed, which is not your fault: " + e);
    e.printStackTrace(console.err());
    console.err().println("Please report this with the lines above " + versions() + ".");
    return FoldingCli.INTERNAL;
  }

  /** Prints what was thrown, of a recursion without an end not every call. */
  private void printTrace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    List<String> lines = trace.toString().lines().toList();
    lines.stream().limit(MOST_LINES).forEach(console.err()::println);
    if (lines.size() > MOST_LINES) {
      console.err().println("\t... and " + (lines.size() - MOST_LINES) + " more lines");
    }
  }

  private void print(List<String> problems) {
    if (problems.size() == 1) {
      console.err().println(problems.get(0));
      return;
    }
    console.err().println(problems.size() + " problems:");
    for (int i = 0; i < problems.size(); i++) {
      console.err().println((i + 1) + ". " + problems.get(i));
    }
  }

  private static String versions() {
    return "(folding "
        + Versions.folding()
        + ", Java "
        + System.getProperty("java.version")
        + ", "
        + System.getProperty("os.name")
        + ")";
  }
}
