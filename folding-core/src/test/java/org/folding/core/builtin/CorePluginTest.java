package org.folding.core.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.folding.api.ComponentFactory;
import org.folding.api.plugin.FoldingPlugin;
import org.junit.jupiter.api.Test;

final class CorePluginTest {

  @Test
  void isFoundAsAStrangersPluginWouldBe() {
    FoldingPlugin plugin =
        ServiceLoader.load(FoldingPlugin.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found instanceof CorePlugin)
            .findFirst()
            .orElseThrow();

    assertThat(plugin.modelLoaders())
        .extracting(ComponentFactory::name)
        .containsExactly("json", "cantornet");
    assertThat(plugin.pathGenerators())
        .extracting(ComponentFactory::name)
        .containsExactly("line", "piecewise", "random");
  }
}
