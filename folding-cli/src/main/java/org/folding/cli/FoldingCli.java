package org.folding.cli;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.folding.core.text.LargeNumber;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line as a function of its arguments. The exit code is 0 for success, 2 for what the
 * user can mend (told in one line a problem), 1 for a fault of the program (told with its stack
 * trace).
 */
public final class FoldingCli {
  static final int OK = 0;
  static final int INTERNAL = 1;
  static final int USER = 2;

  private static final Set<String> VERSION = Set.of("--version", "-V", "--verbose");

  private final Console console;
  private final InjectedFactory factory;
  private final Set<Class<? extends ConsoleCommand>> commands;
  private final Set<Class<? extends ConsoleCommand>> studies;
  private final Failures failures;

  @Inject
  FoldingCli(
      Console console,
      InjectedFactory factory,
      @Commands.OfFolding Set<Class<? extends ConsoleCommand>> commands,
      @Commands.OfStudy Set<Class<? extends ConsoleCommand>> studies,
      Failures failures) {
    this.console = console;
    this.factory = factory;
    this.commands = commands;
    this.studies = studies;
    this.failures = failures;
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
    return of(new Console(out, err, false)).run(args);
  }

  static FoldingCli of(Console console) {
    return Wiring.injector(console).getInstance(FoldingCli.class);
  }

  int run(String... args) {
    try {
      return commandLine(args).execute(args);
    } catch (OutOfMemoryError e) {
      return failures.outOfMemory();
    } catch (Error e) {
      return failures.internal(e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /** Understands every command. */
  CommandLine commandLine() {
    CommandLine line = commandLine(commands);
    return configured(line.addSubcommand(AutoComplete.GenerateCompletion.class));
  }

  /**
   * Understands a command line. Picocli takes longer to read the options of all commands than many
   * a command takes, so where one is named no other is read.
   */
  private CommandLine commandLine(String... args) {
    if (args.length > 0 && VERSION.containsAll(List.of(args))) {
      return configured(commandLine(Set.of()));
    }
    return commands.stream()
        .filter(command -> args.length > 0 && isCalled(command, args[0]))
        .findFirst()
        .map(command -> configured(commandLine(Set.of(command))))
        .orElseGet(this::commandLine);
  }

  /** Whether a word names a command, and that command needs no other. */
  private static boolean isCalled(Class<? extends ConsoleCommand> command, String word) {
    return command != HelpCommand.class && command.getAnnotation(Command.class).name().equals(word);
  }

  private CommandLine commandLine(Set<Class<? extends ConsoleCommand>> some) {
    CommandLine line = new CommandLine(FoldingCommand.class, factory);
    some.forEach(line::addSubcommand);
    CommandLine study = line.getSubcommands().get(StudyCommand.NAME);
    if (study != null) {
      studies.forEach(study::addSubcommand);
    }
    return line;
  }

  private CommandLine configured(CommandLine line) {
    // Named twice below, the method would crash JDK 17 where the launcher has it archive classes.
    ITypeConverter<Double> number = FoldingCli::number;
    return line.setOut(console.out())
        .setErr(console.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.AUTO : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler((e, args) -> failures.usage(e))
        .setExecutionExceptionHandler((e, command, result) -> failures.failed(e, command))
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
}
