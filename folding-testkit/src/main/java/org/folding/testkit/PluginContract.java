package org.folding.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.folding.api.ComponentFactory;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.api.walk.Walk;

/**
 * The rules for a whole plugin: its class, its service file, and every component that it brings.
 *
 * <pre>{@code
 * PluginContract.of(new AcmePlugin())
 *     .paths("acme-diagonal", Map.of(), new PathContext(2, Optional.empty(), 42))
 *     .model("acme-models", Map.of(), new ModelSource("acme:7", Path.of("")))
 *     .check();
 * }</pre>
 *
 * <p>Each path generator and each model loader needs an example, as nobody else knows what it can
 * make. A metric without an example is checked with its default options.
 */
public final class PluginContract {
  private final FoldingPlugin plugin;
  private final Map<String, Check<MetricFactory>> metrics = new LinkedHashMap<>();
  private final Map<String, Check<PathGeneratorFactory>> paths = new LinkedHashMap<>();
  private final Map<String, Check<ModelLoaderFactory>> models = new LinkedHashMap<>();

  /** What to do with a component by way of example. */
  private interface Check<F> {
    void check(F factory);
  }

  private PluginContract(FoldingPlugin plugin) {
    this.plugin = plugin;
  }

  /**
   * Starts a check.
   *
   * @param plugin a plugin
   * @return what takes examples, and then checks
   */
  public static PluginContract of(FoldingPlugin plugin) {
    return new PluginContract(plugin);
  }

  /**
   * Checks a metric with these options in place of its default ones.
   *
   * @param name the metric's name
   * @param options values of its options, by key without prefix
   * @return this
   */
  public PluginContract metric(String name, Map<String, String> options) {
    metrics.put(name, factory -> MetricContract.check(factory, options));
    return this;
  }

  /**
   * Checks a metric on certain walks.
   *
   * @param name the metric's name
   * @param options values of its options, by key without prefix
   * @param context what the metric is told of the run
   * @param walks the walks to measure
   * @return this
   */
  public PluginContract metric(
      String name, Map<String, String> options, MetricContext context, List<? extends Walk> walks) {
    metrics.put(name, factory -> MetricContract.check(factory, options, context, walks));
    return this;
  }

  /**
   * Gives an example of a path generator.
   *
   * @param name the generator's name
   * @param options values of its options, by key without prefix
   * @param context what the generator is told of the run
   * @return this
   */
  public PluginContract paths(String name, Map<String, String> options, PathContext context) {
    paths.put(name, factory -> PathGeneratorContract.check(factory, options, context));
    return this;
  }

  /**
   * Gives an example of a model loader.
   *
   * @param name the loader's name
   * @param options values of its options, by key without prefix
   * @param example a model that it can load
   * @return this
   */
  public PluginContract model(String name, Map<String, String> options, ModelSource example) {
    models.put(name, factory -> ModelLoaderContract.check(factory, options, example));
    return this;
  }

  /**
   * Checks everything.
   *
   * @throws AssertionError if the plugin or a component of it breaks a rule
   */
  public void check() {
    Subject subject = Subject.named("plugin " + plugin.getClass().getName());
    checkClass(subject);
    checkService(subject);
    checkComponents(subject, "metric", subject.list("metrics()", plugin::metrics), metrics);
    checkComponents(
        subject, "path generator", subject.list("pathGenerators()", plugin::pathGenerators), paths);
    checkComponents(
        subject, "model loader", subject.list("modelLoaders()", plugin::modelLoaders), models);
  }

  private void checkClass(Subject subject) {
    if (!Modifier.isPublic(plugin.getClass().getModifiers())) {
      throw subject.broken("the class must be public: found one that is not");
    }
    try {
      Constructor<?> constructor = plugin.getClass().getConstructor();
      subject.call("a second instance", () -> instance(constructor));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(
          subject.words()
              + ": the class must have a public constructor without arguments: found "
              + List.of(plugin.getClass().getDeclaredConstructors()),
          e);
    }
  }

  private static Object instance(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
    }
  }

  private void checkService(Subject subject) {
    List<String> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<FoldingPlugin>> providers =
        ServiceLoader.load(FoldingPlugin.class, plugin.getClass().getClassLoader()).stream()
            .iterator();
    while (hasNext(providers, found)) {
      Class<? extends FoldingPlugin> type = providers.next().type();
      if (type == plugin.getClass()) {
        return;
      }
      found.add(type.getName());
    }
    throw subject.broken(
        "META-INF/services/"
            + FoldingPlugin.class.getName()
            + " must name the class: found "
            + found);
  }

  /** What is wrong with other plugins is found, but does no harm to this one. */
  private static boolean hasNext(Iterator<?> providers, List<String> found) {
    while (true) {
      try {
        return providers.hasNext();
      } catch (ServiceConfigurationError e) {
        found.add(e.getMessage());
      }
    }
  }

  private static <F extends ComponentFactory> void checkComponents(
      Subject subject, String kind, List<F> factories, Map<String, Check<F>> examples) {
    Set<String> names = new HashSet<>();
    for (F factory : factories) {
      FactoryContract.check(factory);
      String name = factory.name();
      if (!names.add(name)) {
        throw subject.broken(
            "the names of one kind must differ: found " + kind + " '" + name + "' twice");
      }
      if (examples.containsKey(name)) {
        examples.get(name).check(factory);
      } else if (factory instanceof MetricFactory metric) {
        MetricContract.check(metric);
      } else {
        throw subject.broken(
            kind + " '" + name + "' must have an example to be checked by: found none");
      }
    }
    for (String name : examples.keySet()) {
      if (!names.contains(name)) {
        throw subject.broken(
            "an example is given for " + kind + " '" + name + "': found only " + names);
      }
    }
  }
}
