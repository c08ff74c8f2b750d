package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The modules together make every command. */
final class WiringTest {
  private final StringWriter text = new StringWriter();
  private final Injector injector =
      Wiring.injector(new Console(new PrintWriter(text), new PrintWriter(text), false));

  @Test
  void everyCommandThereIsCanBeMadeAndCalled() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.folding.cli")
                .stream()
                .filter(type -> type.isAssignableTo(ConsoleCommand.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

    Set<String> called =
        all(injector.getInstance(FoldingCli.class).commandLine()).stream()
            .map(spec -> spec.userObject().getClass().getName())
            .filter(name -> name.startsWith("org.folding."))
            .collect(Collectors.toSet());

    assertThat(written).hasSizeGreaterThan(10);
    written.forEach(name -> assertThat(injector.getInstance(type(name))).isNotNull());
    written.add(FoldingCommand.class.getName());
    assertThat(called).isEqualTo(written);
  }

  @Test
  void whatOptionsArePutIntoIsMadeByTheInjector() {
    List<CommandSpec> mixins = new ArrayList<>();
    for (CommandSpec spec : all(injector.getInstance(FoldingCli.class).commandLine())) {
      mixins.addAll(spec.mixins().values());
    }

    assertThat(mixins)
        .extracting(spec -> spec.userObject().getClass().getSimpleName())
        .contains("Overrides", "PluginFolder", "ModelArgument", "StudyOutput");
    mixins.stream()
        .map(spec -> spec.userObject().getClass())
        .filter(type -> type.getName().startsWith("org.folding."))
        .forEach(type -> assertThat(injector.getExistingBinding(key(type))).isNotNull());
  }

  @Test
  void aMissingBindingIsAnError() throws Exception {
    InjectedFactory factory = injector.getInstance(InjectedFactory.class);

    assertThat(factory.create(RunCommand.class)).isNotNull();
    assertThatThrownBy(() -> factory.create(Table.class))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Table");
    assertThat((Object) factory.create(ArrayList.class)).isEqualTo(List.of());
    assertThat((Object) factory.create(List.class)).isEqualTo(List.of());
    assertThat(injector.getInstance(Stage.class)).isEqualTo(Stage.PRODUCTION);
  }

  /** Only the command that is called is read; it must be none the worse for it. */
  @Test
  void aCommandAloneIsTheSameAsAmongOthers() {
    CommandLine whole = injector.getInstance(FoldingCli.class).commandLine();

    whole
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(Shell.run(name, "--help").out()).isEqualTo(command.getUsageMessage()));
  }

  private static List<CommandSpec> all(CommandLine line) {
    List<CommandSpec> specs = new ArrayList<>(List.of(line.getCommandSpec()));
    line.getSubcommands().values().forEach(sub -> specs.addAll(all(sub)));
    return specs;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Key<?> key(Class<?> type) {
    return Key.get(type);
  }
}
