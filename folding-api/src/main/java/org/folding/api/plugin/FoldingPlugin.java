package org.folding.api.plugin;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.path.PathGeneratorFactory;

/**
 * What a plugin JAR brings. The JAR names its implementation, a public class with a public
 * constructor without arguments, in {@code META-INF/services/org.folding.api.plugin.FoldingPlugin};
 * folding's own components register over the same road.
 *
 * <p>A plugin overrides the methods for the kinds of component it has. Further kinds come as
 * further default methods, so a plugin that exists keeps working.
 *
 * <p>Requirements. A plugin must not print, must not end the JVM, and must not keep threads alive
 * after its components are closed. Its JAR must not contain classes of {@code org.folding.api}. Its
 * manifest should state {@code Folding-Api-Level} (see {@link ApiLevel}), and {@code
 * Implementation-Version} for reports.
 */
public interface FoldingPlugin {

  /**
   * @return factories of model loaders; none by default
   */
  default List<ModelLoaderFactory> modelLoaders() {
    return List.of();
  }

  /**
   * @return factories of path generators; none by default
   */
  default List<PathGeneratorFactory> pathGenerators() {
    return List.of();
  }

  /**
   * @return factories of metrics; none by default
   */
  default List<MetricFactory> metrics() {
    return List.of();
  }
}
