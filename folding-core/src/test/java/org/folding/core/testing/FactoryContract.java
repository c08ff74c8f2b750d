package org.folding.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.folding.api.plugin.FoldingPlugin;

/** What every factory of every component must keep, whoever wrote it. */
public final class FactoryContract {
  private FactoryContract() {}

  /**
   * @param plugin a plugin
   * @return all its factories
   */
  public static List<ComponentFactory> factories(FoldingPlugin plugin) {
    List<ComponentFactory> factories = new ArrayList<>();
    factories.addAll(plugin.modelLoaders());
    factories.addAll(plugin.pathGenerators());
    factories.addAll(plugin.metrics());
    return factories;
  }

  /**
   * Asserts that a factory keeps the contract of {@link ComponentFactory}.
   *
   * @param factory the factory
   */
  public static void check(ComponentFactory factory) {
    String name = factory.name();
    assertThat(name).as("name of %s", factory.getClass()).matches("[a-z][a-z0-9_-]{0,126}");
    assertThat(factory.name()).as("name asked again").isEqualTo(name);
    assertSentence(factory.description(), "description of " + name);
    Set<String> keys = new HashSet<>();
    for (OptionSpec option : factory.options()) {
      assertThat(keys.add(option.key())).as("%s declares %s once", name, option.key()).isTrue();
      assertSentence(option.description(), "description of " + name + "." + option.key());
      checkDefault(name, option);
    }
    assertThatThrownBy(
            () ->
                Options.of(
                    name + ".", factory.options(), Map.of("no-such-option", "1"), Path.of("")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name + ".no-such-option");
  }

  private static void checkDefault(String name, OptionSpec option) {
    if (option.defaultValue().isEmpty() || option.type() == OptionSpec.Type.FILE) {
      return;
    }
    Options options = Options.of(name + ".", List.of(option), Map.of(), Path.of(""));
    assertThat(options.requiredText(option.key())).isEqualTo(option.defaultValue().get());
  }

  private static void assertSentence(String text, String what) {
    assertThat(text).as(what).isNotBlank().doesNotContain("\n").endsWith(".");
  }
}
