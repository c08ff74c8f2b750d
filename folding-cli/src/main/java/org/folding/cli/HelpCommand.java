package org.folding.cli;

import java.util.List;
import java.util.Optional;
import org.folding.api.ComponentFactory;
import org.folding.api.OptionSpec;
import org.folding.core.config.RunKeys;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentKind;
import org.folding.core.plugin.ComponentRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code folding help}. */
@Command(name = "help", description = "Explains a command, or lists the properties of a run.")
final class HelpCommand extends ConsoleCommand {
  private static final String PROPERTIES = "properties";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      description = "A command, or 'properties' for those of 'folding run'.")
  private String topic;

  private final Registries registries;

  HelpCommand(Console console, Registries registries) {
    super(console);
    this.registries = registries;
  }

  @Override
  void execute() {
    CommandLine folding = spec.commandLine().getParent();
    if (topic == null) {
      folding.usage(out());
    } else if (topic.equals(PROPERTIES)) {
      properties();
    } else {
      CommandLine command = folding.getSubcommands().get(topic);
      if (command == null) {
        throw new ParameterException(
            spec.commandLine(),
            "no help for '"
                + topic
                + "'; known: "
                + PROPERTIES
                + ", "
                + String.join(", ", folding.getSubcommands().keySet()));
      }
      command.usage(out());
    }
  }

  private void properties() {
    out().println("Properties of a run (key, default, meaning):");
    out().println();
    Table general = new Table();
    RunKeys.all().forEach(option -> add(general, "", option));
    general.print(out());
    try (ComponentRegistry registry = registries.open(Optional.empty())) {
      print(ComponentKind.PATH_GENERATOR, registry.pathGenerators());
      print(ComponentKind.METRIC, registry.metrics());
      print(ComponentKind.MODEL_LOADER, registry.modelLoaders());
    }
    out().println();
    out().println("${ENV:NAME} in a value stands for an environment variable.");
  }

  private <F extends ComponentFactory> void print(
      ComponentKind kind, List<Component<F>> components) {
    for (Component<F> component : components) {
      List<OptionSpec> options = component.factory().options();
      if (!options.isEmpty()) {
        out().println();
        out().println("Of the " + kind.words() + " " + component.name() + ":");
        Table table = new Table();
        options.forEach(option -> add(table, kind.optionPrefix(component.name()), option));
        table.print(out());
      }
    }
  }

  private static void add(Table table, String prefix, OptionSpec option) {
    table.add(
        prefix + option.key(),
        option.defaultValue().orElse(""),
        option.description() + PluginsCommand.choices(option));
  }
}
