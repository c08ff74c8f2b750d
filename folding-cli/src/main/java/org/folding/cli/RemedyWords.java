package org.folding.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.GeneralRemedy;
import org.folding.api.Problem;
import org.folding.api.Remedy;
import org.folding.core.problem.RunRemedy;
import org.folding.core.study.StudyRemedy;
import picocli.CommandLine.Model.CommandSpec;

/** Says how remedies are applied on the command line: with which option of the command. */
final class RemedyWords {
  /**
   * What an option does for a remedy.
   *
   * @param option the option
   * @param words what to do
   * @param elsewhere what to do in a command without the option; empty if there is nothing
   */
  private record Way(String option, String words, Optional<String> elsewhere) {
    Way(String option, Remedy remedy) {
      this(option, remedy.words() + " with " + option, Optional.empty());
    }

    static Way ofMember(String option, Remedy remedy) {
      return new Way(option, "name the one to read with " + option, Optional.of(remedy.words()));
    }
  }

  private static final Map<Remedy, Way> WITH_OPTIONS =
      Map.of(
          RunRemedy.OTHER_OUTPUT,
          new Way("-o", RunRemedy.OTHER_OUTPUT),
          RunRemedy.OVERWRITE,
          new Way("--force", RunRemedy.OVERWRITE),
          RunRemedy.START_OVER,
          new Way("--restart", RunRemedy.START_OVER),
          RunRemedy.NAME_DATA_MEMBER,
          Way.ofMember("--member", RunRemedy.NAME_DATA_MEMBER),
          RunRemedy.NAME_LABELS_MEMBER,
          Way.ofMember("--labels-member", RunRemedy.NAME_LABELS_MEMBER),
          StudyRemedy.MNIST_FOLDER,
          new Way("--data", StudyRemedy.MNIST_FOLDER),
          StudyRemedy.MNIST_DOWNLOAD,
          new Way("--download", StudyRemedy.MNIST_DOWNLOAD),
          StudyRemedy.NETWORKS_FOLDER,
          new Way("--models", StudyRemedy.NETWORKS_FOLDER));

  private static final Map<Remedy, String> IN_EVERY_COMMAND =
      Map.of(
          RunRemedy.LIST_PROPERTIES,
          "look it up with 'folding help properties'",
          GeneralRemedy.LARGER_HEAP,
          "give the JVM a larger heap, for example with FOLDING_OPTS=-Xmx8g");

  private final CommandSpec command;

  RemedyWords(CommandSpec command) {
    this.command = command;
  }

  /** The problem in one line, with those of its remedies that the command has. */
  String line(Problem problem) {
    List<Remedy> possible =
        problem.remedies().stream().filter(remedy -> words(remedy).isPresent()).toList();
    return new Problem(problem.text(), possible).line(remedy -> words(remedy).orElseThrow());
  }

  private Optional<String> words(Remedy remedy) {
    Way way = WITH_OPTIONS.get(remedy);
    if (way == null) {
      return Optional.of(IN_EVERY_COMMAND.getOrDefault(remedy, remedy.words()));
    }
    return command.findOption(way.option()) == null ? way.elsewhere() : Optional.of(way.words());
  }
}
