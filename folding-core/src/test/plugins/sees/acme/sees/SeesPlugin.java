package acme.sees;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class SeesPlugin implements FoldingPlugin {
  public SeesPlugin() throws Exception {
    ClassLoader loader = SeesPlugin.class.getClassLoader();
    require(loader.getResource("org/folding/core/plugin/PluginLoader.class") == null);
    require(loader.getResource("org/folding/api/Options.class") == null);
    require(!loader.getResources("org/folding/core/testing/package-info.class").hasMoreElements());
    // Only its own: those of the host would bring the built-in components again.
    require(
        java.util.Collections.list(
                    loader.getResources("META-INF/services/" + FoldingPlugin.class.getName()))
                .size()
            == 1);
    for (String name :
        List.of("org.folding.core.plugin.PluginLoader", "org.junit.jupiter.api.Test")) {
      try {
        throw new IllegalStateException(Class.forName(name).getName());
      } catch (ClassNotFoundException e) {
        // as it should be
      }
    }
    require(Class.forName("java.sql.Driver") != null);
    // The plugin's own, though its name starts like that of a shared package.
    require(Class.forName("org.folding.apiary.Bee").getClassLoader() == loader);
    require(Thread.currentThread().getContextClassLoader() == loader);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("condition broken");
    }
  }

  @Override
  public List<MetricFactory> metrics() {
    return List.of();
  }
}
