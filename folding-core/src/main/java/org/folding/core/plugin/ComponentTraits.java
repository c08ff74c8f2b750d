package org.folding.core.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folding.api.ComponentFactory;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;

/**
 * What a factory says of itself, asked once and checked, so that the host can rely on it.
 *
 * @param name a valid name
 * @param description not blank
 * @param options options with different keys, whose defaults are valid values
 */
record ComponentTraits(String name, String description, List<OptionSpec> options) {
  private static final int MAX_NAME_LENGTH = 127;

  /**
   * Asks a factory.
   *
   * @throws InvalidInputException if it breaks the contract of {@link ComponentFactory}; each
   *     problem is a clause without subject
   * @throws org.folding.api.FoldingException if one of its methods throws or returns null
   */
  static ComponentTraits read(ComponentKind kind, ComponentFactory factory, PluginGuard guard) {
    String name = guard.call("name()", factory::name);
    if (!name.matches("[a-z][a-z0-9_-]*") || name.length() > MAX_NAME_LENGTH) {
      throw new InvalidInputException(
          "is called '"
              + (name.length() > MAX_NAME_LENGTH ? name.substring(0, 20) + "…" : name)
              + "', but a name must match [a-z][a-z0-9_-]* and have at most "
              + MAX_NAME_LENGTH
              + " characters; ask the plugin's author");
    }
    PluginGuard named = guard.of(kind.words() + " '" + name + "'");
    String description = named.call("description()", factory::description);
    List<String> problems = new ArrayList<>();
    if (description.isBlank()) {
      problems.add("('" + name + "') has no description; ask the plugin's author");
    }
    List<OptionSpec> options = named.call("options()", () -> List.copyOf(factory.options()));
    checkOptions(kind.optionPrefix(name), options, problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new ComponentTraits(name, description, options);
  }

  private static void checkOptions(String prefix, List<OptionSpec> options, List<String> problems) {
    Set<String> keys = new HashSet<>();
    List<OptionSpec> checkable = new ArrayList<>();
    for (OptionSpec option : options) {
      if (!keys.add(option.key())) {
        problems.add(
            "declares the option '" + prefix + option.key() + "' twice; ask the plugin's author");
      }
      // Whether a file exists depends on where the configuration lies.
      if (option.type() != OptionSpec.Type.FILE) {
        checkable.add(option);
      }
    }
    try {
      Options.of(prefix, checkable, Map.of(), Path.of(""));
    } catch (InvalidInputException e) {
      e.problems()
          .forEach(problem -> problems.add("declares a default that is no value: " + problem));
    }
  }
}
