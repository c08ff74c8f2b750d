package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The messages of all modules but the command line can be followed by whoever has no command line:
 * they name no option of it, no command and no variable of the launcher.
 */
final class MessagesTest {
  /** A comment, a character, a text block or a string; the text of the last two in a group. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'|\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"",
          Pattern.DOTALL);

  private static final List<String> OUTSIDE = List.of("folding-cli", "folding-benchmarks");

  private final CommandLine folding =
      FoldingCli.of(
              new Console(
                  new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false))
          .commandLine();

  @Test
  void onlyTheCommandLineNamesItsOptionsAndCommands() throws IOException {
    Pattern forbidden = forbidden();
    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      for (String literal : literals(Files.readString(source))) {
        if (forbidden.matcher(literal).find()) {
          found.add(source.getFileName() + ": " + literal);
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void theScanSeesWhatItLooksFor() throws IOException {
    assertThat(sources()).hasSizeGreaterThan(300);
    assertThat(literals("a(\"x -o\"); // \"no\"\nchar c = '\"'; b(\"say \\\"y\\\"\");"))
        .containsExactly("x -o", "say \\\"y\\\"");
    for (String message :
        List.of(
            "choose another folder with -o",
            "; replace it with --force",
            "--data: folder",
            "-D ",
            "give more with -Xmx",
            "(--member)",
            "'folding describe' shows them")) {
      assertThat(forbidden().matcher(message).find()).as(message).isTrue();
    }
    for (String message : List.of("data.mean", "a-o", "images-idx3", "compiled with --release ")) {
      assertThat(forbidden().matcher(message).find()).as(message).isFalse();
    }
  }

  private Pattern forbidden() {
    Set<String> options = new TreeSet<>();
    addOptions(folding, options);
    String words = options.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    String commands = String.join("|", folding.getSubcommands().keySet());
    return Pattern.compile(
        "(?<![\\w-])(?:"
            + words
            + ")(?![\\w-])|-Xmx|FOLDING_OPTS|\\bfolding (?:"
            + commands
            + ")\\b");
  }

  private static void addOptions(CommandLine line, Set<String> options) {
    line.getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
    line.getSubcommands().values().forEach(command -> addOptions(command, options));
  }

  private static List<String> literals(String source) {
    List<String> literals = new ArrayList<>();
    for (MatchResult match : LITERAL.matcher(source).results().toList()) {
      for (int group = 1; group <= 2; group++) {
        if (match.group(group) != null) {
          literals.add(match.group(group));
        }
      }
    }
    return literals;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of(".."))) {
      for (Path module :
          folders
              .filter(folder -> folder.getFileName().toString().startsWith("folding-"))
              .filter(folder -> !OUTSIDE.contains(folder.getFileName().toString()))
              .map(folder -> folder.resolve("src/main"))
              .filter(Files::isDirectory)
              .toList()) {
        try (Stream<Path> files = Files.walk(module)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }
}
