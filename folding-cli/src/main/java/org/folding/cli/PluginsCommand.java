package org.folding.cli;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.ComponentFactory;
import org.folding.api.OptionSpec;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentKind;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code folding plugins}. */
@Command(
    name = "plugins",
    description = "Lists model loaders, path generators and metrics.",
    footer = {
      "",
      "Plugins that cannot be loaded are told on the error stream; the exit code is 0 all the same,"
          + " as the list is what was asked for."
    })
final class PluginsCommand extends ConsoleCommand {
  @Mixin private PluginFolder plugins;

  private final Registries registries;

  PluginsCommand(Console console, Registries registries) {
    super(console);
    this.registries = registries;
  }

  @Override
  void execute() {
    try (PluginReport report = registries.report(plugins.path())) {
      ComponentRegistry registry = report.registry();
      Table table = new Table("kind", "name", "version", "from", "what it does");
      add(table, ComponentKind.MODEL_LOADER, registry.modelLoaders());
      add(table, ComponentKind.PATH_GENERATOR, registry.pathGenerators());
      add(table, ComponentKind.METRIC, registry.metrics());
      table.print(out());
      options(registry);
      out().flush();
      problems(report.problems());
    }
  }

  private static <F extends ComponentFactory> void add(
      Table table, ComponentKind kind, List<Component<F>> components) {
    for (Component<F> component : components) {
      table.add(
          kind.words(),
          component.name(),
          component.origin().version().orElse("-"),
          component.origin().place(),
          component.factory().description());
    }
  }

  private void options(ComponentRegistry registry) {
    Table table = new Table("option", "default", "what it does");
    List<String> keys = new ArrayList<>();
    add(table, keys, ComponentKind.MODEL_LOADER, registry.modelLoaders());
    add(table, keys, ComponentKind.PATH_GENERATOR, registry.pathGenerators());
    add(table, keys, ComponentKind.METRIC, registry.metrics());
    if (!keys.isEmpty()) {
      out().println();
      table.print(out());
    }
  }

  private static <F extends ComponentFactory> void add(
      Table table, List<String> keys, ComponentKind kind, List<Component<F>> components) {
    for (Component<F> component : components) {
      for (OptionSpec option : component.factory().options()) {
        String key = kind.optionPrefix(component.name()) + option.key();
        keys.add(key);
        String value = option.defaultValue().orElse("-");
        table.add(key, value, option.description() + choices(option));
      }
    }
  }

  static String choices(OptionSpec option) {
    return option.choices().isEmpty() ? "" : " (" + String.join(", ", option.choices()) + ")";
  }

  private void problems(List<String> problems) {
    if (!problems.isEmpty()) {
      console().err().println();
      console().err().println("plugins that cannot be loaded:");
      problems.forEach(console().err()::println);
    }
  }
}
