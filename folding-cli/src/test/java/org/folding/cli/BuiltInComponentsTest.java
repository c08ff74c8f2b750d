package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folding.api.ComponentFactory;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.folding.core.plugin.PluginOrigin;
import org.folding.testkit.FactoryContract;
import org.junit.jupiter.api.Test;

/** The components of all modules are found, and keep what is asked of a plugin. */
final class BuiltInComponentsTest {

  @Test
  void theComponentsOfAllModulesKeepTheContract() {
    try (ComponentRegistry registry = PluginLoader.load(Optional.empty())) {
      assertThat(registry.metrics())
          .extracting(Component::name)
          .contains("range", "convexity-defect");
      List<Component<? extends ComponentFactory>> components = new ArrayList<>();
      components.addAll(registry.modelLoaders());
      components.addAll(registry.pathGenerators());
      components.addAll(registry.metrics());
      for (Component<? extends ComponentFactory> component : components) {
        assertThat(component.origin().source()).isEqualTo(PluginOrigin.Source.BUILT_IN);
        FactoryContract.check(component.factory());
      }
    }
  }
}
