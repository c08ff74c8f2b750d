package org.folding.core.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.folding.api.ComponentFactory;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.plugin.FoldingPlugin;

/**
 * Every model loader, path generator and metric, by name. Immutable, and safe for many threads.
 *
 * <p>Factories that are not built in, and what they make, are wrapped: each call runs with the
 * plugin's loader as the thread's context class loader, and what it throws, other than an {@link
 * InvalidInputException}, arrives as a {@link FoldingException} that names the plugin.
 *
 * <p>Closing the registry closes the class loaders of its plugins; nothing that came from it may be
 * used afterwards.
 *
 * <pre>{@code
 * try (ComponentRegistry registry = PluginLoader.load(Optional.of(Path.of("plugins")))) {
 *   MetricFactory range = registry.metric("range").factory();
 * }
 * }</pre>
 */
public final class ComponentRegistry implements AutoCloseable {
  private final ComponentTable<ModelLoaderFactory> modelLoaders;
  private final ComponentTable<PathGeneratorFactory> pathGenerators;
  private final ComponentTable<MetricFactory> metrics;
  private final List<PluginOrigin> plugins;
  private final List<PluginClassLoader> classLoaders;

  private ComponentRegistry(Builder builder) {
    this.modelLoaders = builder.modelLoaders.copy();
    this.pathGenerators = builder.pathGenerators.copy();
    this.metrics = builder.metrics.copy();
    this.plugins = List.copyOf(builder.plugins);
    this.classLoaders = List.copyOf(builder.classLoaders);
  }

  /**
   * @return a builder without any component
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * @return the plugins, in the order in which they were registered
   */
  public List<PluginOrigin> plugins() {
    return plugins;
  }

  /**
   * @return all model loaders, sorted by name
   */
  public List<Component<ModelLoaderFactory>> modelLoaders() {
    return modelLoaders.all();
  }

  /**
   * @return all path generators, sorted by name
   */
  public List<Component<PathGeneratorFactory>> pathGenerators() {
    return pathGenerators.all();
  }

  /**
   * @return all metrics, sorted by name
   */
  public List<Component<MetricFactory>> metrics() {
    return metrics.all();
  }

  /**
   * @param name a name as the user wrote it
   * @return the model loader of that name
   * @throws InvalidInputException if there is none; the message lists what there is
   */
  public Component<ModelLoaderFactory> modelLoader(String name) {
    return modelLoaders.get(name);
  }

  /**
   * @param name a name as the user wrote it
   * @return the path generator of that name
   * @throws InvalidInputException if there is none; the message lists what there is
   */
  public Component<PathGeneratorFactory> pathGenerator(String name) {
    return pathGenerators.get(name);
  }

  /**
   * @param name a name as the user wrote it
   * @return the metric of that name
   * @throws InvalidInputException if there is none; the message lists what there is
   */
  public Component<MetricFactory> metric(String name) {
    return metrics.get(name);
  }

  /**
   * Closes the class loaders of the plugins. Closing twice does nothing.
   *
   * @throws FoldingException if a JAR cannot be closed
   */
  @Override
  public void close() {
    FoldingException failure = null;
    for (PluginClassLoader loader : classLoaders) {
      try {
        loader.close();
      } catch (IOException e) {
        FoldingException next = new FoldingException("cannot close " + loader, e);
        if (failure == null) {
          failure = next;
        } else {
          failure.addSuppressed(next);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Collects plugins. A plugin is taken whole or, if anything about it is wrong, not at all. */
  public static final class Builder {
    private final ComponentTable<ModelLoaderFactory> modelLoaders =
        new ComponentTable<>(ComponentKind.MODEL_LOADER, GuardedModelLoaderFactory::new);
    private final ComponentTable<PathGeneratorFactory> pathGenerators =
        new ComponentTable<>(ComponentKind.PATH_GENERATOR, GuardedPathGeneratorFactory::new);
    private final ComponentTable<MetricFactory> metrics =
        new ComponentTable<>(ComponentKind.METRIC, GuardedMetricFactory::new);
    private final List<PluginOrigin> plugins = new ArrayList<>();
    private final List<PluginClassLoader> classLoaders = new ArrayList<>();

    private Builder() {}

    /**
     * Registers a plugin of the program that embeds folding.
     *
     * @param plugin the plugin
     * @return this
     * @throws InvalidInputException as {@link #add(FoldingPlugin, PluginOrigin)}
     */
    public Builder add(FoldingPlugin plugin) {
      return add(plugin, PluginOrigin.program(plugin.getClass()));
    }

    /**
     * Registers everything that a plugin brings.
     *
     * @param plugin the plugin
     * @param origin where it comes from
     * @return this
     * @throws InvalidInputException naming everything that is wrong with the plugin: a method that
     *     throws or returns null, an invalid name, a name that is taken, an option declared twice
     */
    public Builder add(FoldingPlugin plugin, PluginOrigin origin) {
      Objects.requireNonNull(plugin, "plugin is null");
      PluginGuard guard = new PluginGuard(origin, origin.pluginClass());
      PluginProblems problems = new PluginProblems();
      List<ModelLoaderFactory> loaderFactories =
          ask(guard, "modelLoaders()", plugin::modelLoaders, problems);
      List<PathGeneratorFactory> pathFactories =
          ask(guard, "pathGenerators()", plugin::pathGenerators, problems);
      List<MetricFactory> metricFactories = ask(guard, "metrics()", plugin::metrics, problems);
      List<Component<ModelLoaderFactory>> checkedLoaders =
          modelLoaders.check(loaderFactories, origin, problems);
      List<Component<PathGeneratorFactory>> checkedPaths =
          pathGenerators.check(pathFactories, origin, problems);
      List<Component<MetricFactory>> checkedMetrics =
          metrics.check(metricFactories, origin, problems);
      if (!problems.isEmpty()) {
        throw problems.toException();
      }
      modelLoaders.addAll(checkedLoaders);
      pathGenerators.addAll(checkedPaths);
      metrics.addAll(checkedMetrics);
      plugins.add(origin);
      return this;
    }

    private static <F extends ComponentFactory> List<F> ask(
        PluginGuard guard, String method, Supplier<List<F>> factories, PluginProblems problems) {
      try {
        // Copied inside the guard, as the list is the plugin's; it may hold null, told later.
        return guard.call(
            method,
            () -> {
              List<F> list = factories.get();
              return list == null ? null : new ArrayList<>(list);
            });
      } catch (InvalidInputException e) {
        problems.addAll(e);
      } catch (FoldingException e) {
        problems.add(e.getMessage(), e);
      }
      return List.of();
    }

    /** Has the registry close a class loader. */
    void own(PluginClassLoader loader) {
      classLoaders.add(loader);
    }

    /**
     * @return the registry
     */
    public ComponentRegistry build() {
      return new ComponentRegistry(this);
    }
  }
}
