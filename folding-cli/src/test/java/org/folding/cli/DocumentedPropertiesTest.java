package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.folding.api.ComponentFactory;
import org.folding.api.OptionSpec;
import org.folding.core.config.RunKeys;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentKind;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.junit.jupiter.api.Test;

/** {@code docs/properties.md} has a row for every property that exists, and for no other. */
final class DocumentedPropertiesTest {
  private static final Path PAGE = Path.of("../docs/properties.md");

  /** A row of a table: the key and the default, both as code; the default may be absent. */
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z][a-z0-9.-]*)` \\| (?:`([^`]*)`)? *\\|", Pattern.MULTILINE);

  @Test
  void everyPropertyStandsThereWithItsDefault() throws IOException {
    List<String> documented =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(row -> row(row.group(1), Optional.ofNullable(row.group(2))))
            .toList();

    assertThat(documented).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(existing());
  }

  @Test
  void everyWordOfAChoiceStandsThere() throws IOException {
    String page = Files.readString(PAGE);
    for (OptionSpec spec : RunKeys.all()) {
      String row = rowOf(page, spec.key());
      assertThat(spec.choices()).allSatisfy(word -> assertThat(row).contains("`" + word + "`"));
    }
    try (ComponentRegistry registry = PluginLoader.load(Optional.empty())) {
      for (Found found : components(registry)) {
        for (OptionSpec spec : found.factory().options()) {
          String row = rowOf(page, found.prefix() + spec.key());
          assertThat(spec.choices()).allSatisfy(word -> assertThat(row).contains("`" + word + "`"));
        }
      }
    }
  }

  private static String rowOf(String page, String key) {
    return Pattern.compile("^\\| `" + Pattern.quote(key) + "` .*$", Pattern.MULTILINE)
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow(() -> new AssertionError(PAGE + " has no row for " + key));
  }

  private static List<String> existing() {
    List<String> rows = new ArrayList<>();
    RunKeys.all().forEach(spec -> rows.add(row(spec.key(), spec.defaultValue())));
    try (ComponentRegistry registry = PluginLoader.load(Optional.empty())) {
      for (Found found : components(registry)) {
        found
            .factory()
            .options()
            .forEach(spec -> rows.add(row(found.prefix() + spec.key(), spec.defaultValue())));
      }
    }
    return rows;
  }

  private static String row(String key, Optional<String> defaultValue) {
    return key + " = " + defaultValue.orElse("(none)");
  }

  private record Found(String prefix, ComponentFactory factory) {}

  private static List<Found> components(ComponentRegistry registry) {
    List<Found> found = new ArrayList<>();
    add(found, ComponentKind.MODEL_LOADER, registry.modelLoaders());
    add(found, ComponentKind.PATH_GENERATOR, registry.pathGenerators());
    add(found, ComponentKind.METRIC, registry.metrics());
    return found;
  }

  private static void add(
      List<Found> found,
      ComponentKind kind,
      List<? extends Component<? extends ComponentFactory>> components) {
    components.forEach(
        component ->
            found.add(new Found(kind.optionPrefix(component.name()), component.factory())));
  }
}
