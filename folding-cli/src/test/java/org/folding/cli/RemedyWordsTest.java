package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.folding.api.GeneralRemedy;
import org.folding.api.Problem;
import org.folding.api.Remedy;
import org.folding.core.problem.RunRemedy;
import org.folding.core.study.StudyRemedy;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class RemedyWordsTest {
  private static final Pattern OPTION = Pattern.compile("(?<= )--?[a-z][a-z-]*");

  private final CommandLine folding =
      FoldingCli.of(
              new Console(
                  new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false))
          .commandLine();

  @Test
  void namesTheOptionsThatTheCommandHas() {
    Problem taken =
        Problem.of("taken", RunRemedy.OTHER_OUTPUT, RunRemedy.OVERWRITE, RunRemedy.START_OVER);

    assertThat(line("run", taken))
        .isEqualTo(
            "taken; choose another output folder with -o, overwrite the results with --force or"
                + " discard the unfinished results with --restart");
    assertThat(line("demo", taken)).isEqualTo("taken; choose another output folder with -o");
    assertThat(line("plugins", taken)).isEqualTo("taken");
  }

  @Test
  void aPropertyIsNamedWhereThereIsNoOptionForIt() {
    Problem several = Problem.of("several", RunRemedy.NAME_LABELS_MEMBER);

    assertThat(line("run", several))
        .isEqualTo("several; name the one to read in 'data.labels.member'");
    assertThat(line("walk", several))
        .isEqualTo("several; name the one to read with --labels-member");
  }

  @Test
  void someRemediesAreTheSameInEveryCommand() {
    assertThat(line("describe", Problem.of("huge", GeneralRemedy.values())))
        .isEqualTo(
            "huge; check that the file is the right one or give the JVM a larger heap, for example"
                + " with FOLDING_OPTS=-Xmx8g");
    assertThat(line("run", Problem.of("'x' is not a property", RunRemedy.LIST_PROPERTIES)))
        .isEqualTo("'x' is not a property; look it up with 'folding help properties'");
  }

  @Test
  void noCommandIsToldAnOptionThatItLacks() {
    List<Remedy> remedies = new ArrayList<>(List.of(RunRemedy.values()));
    remedies.addAll(List.of(StudyRemedy.values()));
    for (CommandLine command : folding.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      String line = new RemedyWords(spec).line(new Problem("wrong", remedies));
      assertThat(OPTION.matcher(line).results().map(MatchResult::group))
          .allSatisfy(option -> assertThat(spec.findOption(option)).as(spec.name()).isNotNull());
    }
  }

  private String line(String command, Problem problem) {
    return new RemedyWords(folding.getSubcommands().get(command).getCommandSpec()).line(problem);
  }
}
