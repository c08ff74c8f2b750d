package org.folding.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.core.output.Versions;
import org.folding.core.pipeline.RunInterruptedException;
import org.folding.core.plugin.PluginFaultException;
import org.folding.core.text.LargeNumber;
import org.folding.engine.verify.WalkDifferenceException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a function of its arguments. The exit code is 0 for success, 2 for what the
 * user can mend (told in one line a problem), 1 for a fault of the program (told with its stack
 * trace).
 */
public final class FoldingCli {
  static final int OK = 0;
  static final int INTERNAL = 1;
  static final int USER = 2;

  /** The most lines of a stack trace of a plugin. */
  private static final int MOST_LINES = 60;

  private final Console console;

  FoldingCli(Console console) {
    this.console = console;
  }

  /**
   * Runs a command.
   *
   * @param out receives results
   * @param err receives problems and progress
   * @param args the command line
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new FoldingCli(new Console(out, err, false)).run(args);
  }

  int run(String... args) {
    try {
      return commandLine().execute(args);
    } catch (OutOfMemoryError e) {
      console.err().println("not enough memory; give more, for example FOLDING_OPTS=-Xmx8g");
      return USER;
    } catch (Error e) {
      return internal(e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  CommandLine commandLine() {
    // Named twice below, the method would crash JDK 17 where the launcher has it archive classes.
    ITypeConverter<Double> number = FoldingCli::number;
    return new CommandLine(new FoldingCommand())
        .addSubcommand(new RunCommand(console))
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(new DemoCommand(console))
        .addSubcommand(
            new CommandLine(new StudyCommand(console))
                .addSubcommand(new CantorNetStudyCommand(console))
                .addSubcommand(new MnistStudyCommand(console)))
        .addSubcommand(new ReportCommand(console))
        .addSubcommand(new DescribeCommand(console))
        .addSubcommand(new WalkCommand(console))
        .addSubcommand(new PlaneCommand(console))
        .addSubcommand(new ConvertCommand(console))
        .addSubcommand(new PluginsCommand(console))
        .addSubcommand(new HelpCommand(console))
        .addSubcommand(AutoComplete.GenerateCompletion.class)
        .setOut(console.out())
        .setErr(console.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.AUTO : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler((e, args) -> usage(e))
        .setExecutionExceptionHandler((e, line, result) -> failed(e))
        .registerConverter(Double.class, number)
        .registerConverter(double.class, number);
  }

  private static Double number(String text) {
    if (LargeNumber.isIn(text)) {
      throw new TypeConversionException("'" + text + "' is " + LargeNumber.WORDS);
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }

  private int usage(ParameterException e) {
    PrintWriter err = console.err();
    if (e instanceof UnmatchedArgumentException unmatched && isCommand(unmatched)) {
      err.println("there is no command '" + unmatched.getUnmatched().get(0) + "'");
    } else {
      err.println(e.getMessage());
    }
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("'" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells more.");
    return USER;
  }

  /** Whether the word that nobody knows stands where a command should. */
  private static boolean isCommand(UnmatchedArgumentException e) {
    return e.getCommandLine().getParent() == null && !e.isUnknownOption();
  }

  private int failed(Exception e) {
    if (e instanceof InvalidInputException invalid) {
      print(invalid.problems());
      return USER;
    }
    if (e instanceof RunInterruptedException interrupted) {
      console
          .err()
          .println(
              interrupted.kept().isPresent()
                  ? "interrupted; the same command goes on from path "
                      + interrupted.kept().getAsLong()
                  : "interrupted; nothing was written");
      return INTERNAL;
    }
    if (e instanceof WalkDifferenceException) {
      console.err().println(e.getMessage());
      console.err().println("This is a fault of folding, please report it; nothing was written.");
      return INTERNAL;
    }
    if (e instanceof PluginFaultException) {
      console.err().println(e.getMessage());
      if (e.getCause() != null) {
        printTrace(e.getCause());
      }
      console
          .err()
          .println(
              "Please report this to the author of the plugin, with the lines above "
                  + versions()
                  + ".");
      return INTERNAL;
    }
    if (e instanceof VerifyCommand.NotProvenException) {
      return INTERNAL;
    }
    return internal(e);
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

  private int internal(Throwable e) {
    console.err().println("folding failed, which is not your fault: " + e);
    e.printStackTrace(console.err());
    console.err().println("Please report this with the lines above " + versions() + ".");
    return INTERNAL;
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
