package org.folding.testkit;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folding.api.ComponentFactory;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;

/** The rules for what a factory of any kind says of itself. */
public final class FactoryContract {
  private FactoryContract() {}

  /**
   * Checks name, description and options of a factory, and that it says the same when it is asked
   * again.
   *
   * @param factory a factory
   * @throws AssertionError if it breaks a rule
   */
  public static void check(ComponentFactory factory) {
    Subject subject = Subject.of(factory);
    String name = factory.name();
    if (!name.matches("[a-z][a-z0-9_-]{0,126}")) {
      throw subject.broken(
          "the name must match [a-z][a-z0-9_-]* and have at most 127 characters: found '"
              + name
              + "'");
    }
    String description = subject.call("description()", factory::description);
    subject.sentence("the description", description);
    List<OptionSpec> options = subject.list("options()", factory::options);
    checkOptions(subject, options);
    subject.same("name() must always return the same", name, factory.name());
    subject.same("description() must always return the same", description, factory.description());
    subject.same("options() must always return the same", options, factory.options());
  }

  private static void checkOptions(Subject subject, List<OptionSpec> options) {
    Set<String> keys = new HashSet<>();
    for (OptionSpec option : options) {
      String key = subject.optionPrefix() + option.key();
      if (!keys.add(option.key())) {
        throw subject.broken("options() must declare each key once: found '" + key + "' twice");
      }
      subject.sentence("the description of option '" + key + "'", option.description());
      checkDefault(subject, option);
    }
    checkUnknownKey(subject, options, keys);
  }

  private static void checkDefault(Subject subject, OptionSpec option) {
    // Whether a file exists depends on where the configuration lies.
    if (option.type() == OptionSpec.Type.FILE) {
      return;
    }
    try {
      Options.of(subject.optionPrefix(), List.of(option), Map.of(), Path.of(""));
    } catch (InvalidInputException e) {
      throw subject.broken(
          "the default of an option must be a valid value: found " + e.getMessage());
    }
  }

  private static void checkUnknownKey(Subject subject, List<OptionSpec> options, Set<String> keys) {
    StringBuilder unknown = new StringBuilder("unknown");
    while (keys.contains(unknown.toString())) {
      unknown.append("-key");
    }
    List<OptionSpec> checkable =
        options.stream().filter(option -> option.type() != OptionSpec.Type.FILE).toList();
    try {
      Options.of(subject.optionPrefix(), checkable, Map.of(unknown.toString(), "1"), Path.of(""));
    } catch (InvalidInputException e) {
      return;
    }
    throw subject.broken("the key '" + unknown + "', which is not declared, must be refused");
  }
}
