package org.folding.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.Problem;
import org.folding.core.text.WordChoice;

/** Checks options as {@link Options#of} does, and says which word of a choice was likely meant. */
final class CheckedOptions {
  private CheckedOptions() {}

  /**
   * @throws InvalidInputException with every problem
   */
  static Options of(
      String prefix, List<OptionSpec> specs, Map<String, String> given, Path directory) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> others = new LinkedHashMap<>(given);
    for (OptionSpec spec : specs) {
      String word = given.get(spec.key());
      if (spec.type() == OptionSpec.Type.CHOICE
          && word != null
          && !spec.choices().contains(word.strip())) {
        String setting = "'" + prefix + spec.key() + "'";
        problems.add(Problem.of(WordChoice.refusal(setting, word.strip(), spec.choices())));
        others.remove(spec.key());
      }
    }
    try {
      Options options = Options.of(prefix, specs, others, directory);
      if (problems.isEmpty()) {
        return options;
      }
    } catch (InvalidInputException e) {
      problems.addAll(e.details());
    }
    throw InvalidInputException.of(problems);
  }
}
