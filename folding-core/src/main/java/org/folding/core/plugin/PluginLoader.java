package org.folding.core.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;
import org.folding.api.plugin.FoldingPlugin;

/**
 * Finds plugins: folding's own on the class path, and those of a folder in which each JAR, and each
 * folder of JARs, is one plugin with a class loader of its own.
 *
 * <p>JARs are looked at before anything in them runs; what is wrong is told in one line with the
 * JAR, the class and the remedy.
 */
public final class PluginLoader {
  private static final ClassLoader HOST = FoldingPlugin.class.getClassLoader();

  private final ComponentRegistry.Builder builder = ComponentRegistry.builder();
  private final PluginProblems problems = new PluginProblems();

  private PluginLoader() {}

  /**
   * Loads plugins for a run. One broken plugin fails the whole, since a component that is silently
   * missing could change results.
   *
   * @param folder the plugin folder, which must exist; empty for folding's own components alone. A
   *     caller whose folder is a mere default passes it only where it exists
   * @return everything registered; to be closed
   * @throws InvalidInputException with every problem of every plugin
   */
  public static ComponentRegistry load(Optional<Path> folder) {
    PluginLoader loader = new PluginLoader();
    ComponentRegistry registry = loader.loadAll(folder, classPath());
    if (!loader.problems.isEmpty()) {
      InvalidInputException exception = loader.problems.toException();
      try {
        registry.close();
      } catch (FoldingException e) {
        exception.addSuppressed(e);
      }
      throw exception;
    }
    return registry;
  }

  /**
   * Loads what can be loaded, to report on plugins.
   *
   * @param folder the plugin folder; empty for folding's own components alone
   * @return everything registered, and the problems of the plugins that are missing; to be closed
   */
  public static PluginReport report(Optional<Path> folder) {
    return report(folder, classPath());
  }

  static PluginReport report(Optional<Path> folder, List<FoldingPlugin> classPath) {
    PluginLoader loader = new PluginLoader();
    ComponentRegistry registry = loader.loadAll(folder, classPath);
    return new PluginReport(registry, loader.problems.lines());
  }

  private ComponentRegistry loadAll(Optional<Path> folder, List<FoldingPlugin> classPath) {
    for (FoldingPlugin plugin : classPath) {
      Class<? extends FoldingPlugin> type = plugin.getClass();
      boolean own = type.getName().startsWith("org.folding.");
      add(plugin, own ? PluginOrigin.builtIn(type) : PluginOrigin.program(type), problems);
    }
    folder.ifPresent(path -> PluginFiles.in(path, problems).forEach(this::addPlugin));
    return builder.build();
  }

  /** Finds folding's own components, and plugins on the class path of an embedding program. */
  private static List<FoldingPlugin> classPath() {
    List<FoldingPlugin> plugins = new ArrayList<>();
    try {
      ServiceLoader.load(FoldingPlugin.class, HOST).forEach(plugins::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new FoldingException(
          "folding's own components cannot be loaded: " + PluginFaults.words(e), e);
    }
    plugins.sort(Comparator.comparing(plugin -> plugin.getClass().getName()));
    return plugins;
  }

  private void addPlugin(PluginFiles files) {
    PluginProblems wrong = new PluginProblems();
    List<JarFacts> jars = files.jars().stream().map(jar -> JarFacts.read(jar, wrong)).toList();
    if (wrong.isEmpty() && jars.stream().noneMatch(JarFacts::hasServiceFile)) {
      wrong.add(
          files.place()
              + " names no plugin: "
              + (files.isLoneJar() ? "it has no " : "none of its JARs has a ")
              + JarFacts.SERVICE_FILE
              + "; add that file with the name of the class that implements FoldingPlugin"
              + (files.isLoneJar()
                  ? ", or, if the JAR is a library, move it into the folder of its plugin"
                  : ""));
    }
    if (wrong.isEmpty()) {
      PluginClassLoader loader = newClassLoader(files);
      // Of a JAR that names several plugins some may be sound.
      if (addPlugins(jars, loader, wrong)) {
        builder.own(loader);
      } else {
        close(loader, wrong);
      }
    }
    problems.addAll(wrong);
  }

  /** Adds the plugins that a plugin's JARs name; says whether there was a sound one. */
  private boolean addPlugins(List<JarFacts> jars, PluginClassLoader loader, PluginProblems wrong) {
    Map<String, PluginOrigin> origins = new LinkedHashMap<>();
    for (JarFacts jar : jars) {
      for (String pluginClass : jar.plugins()) {
        origins.putIfAbsent(pluginClass, jar.origin(pluginClass, loader));
      }
    }
    origins.values().forEach(origin -> PluginClassCheck.check(origin, wrong));
    if (!wrong.isEmpty()) {
      return false;
    }
    boolean added = false;
    for (ServiceLoader.Provider<FoldingPlugin> provider : providers(loader, wrong)) {
      PluginOrigin origin = origins.get(provider.type().getName());
      added |= origin != null && instantiate(provider, origin, wrong);
    }
    return added;
  }

  private static List<ServiceLoader.Provider<FoldingPlugin>> providers(
      PluginClassLoader loader, PluginProblems wrong) {
    try {
      return ServiceLoader.load(FoldingPlugin.class, loader).stream().toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      // The classes were checked; what is left are JARs named by the Class-Path of a manifest.
      wrong.add(loader.getName() + " cannot be listed: " + PluginFaults.words(e), e);
      return List.of();
    }
  }

  private boolean instantiate(
      ServiceLoader.Provider<FoldingPlugin> provider, PluginOrigin origin, PluginProblems wrong) {
    try {
      PluginGuard guard = new PluginGuard(origin, origin.pluginClass());
      return add(guard.call("the constructor", provider), origin, wrong);
    } catch (InvalidInputException e) {
      wrong.addAll(e);
    } catch (FoldingException e) {
      wrong.add(e.getMessage(), e);
    }
    return false;
  }

  private boolean add(FoldingPlugin plugin, PluginOrigin origin, PluginProblems wrong) {
    try {
      builder.add(plugin, origin);
      return true;
    } catch (InvalidInputException e) {
      wrong.addAll(e);
      return false;
    }
  }

  private static PluginClassLoader newClassLoader(PluginFiles files) {
    URL[] urls = new URL[files.jars().size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = files.jars().get(i).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new FoldingException("no URL for " + files.jars().get(i), e);
      }
    }
    return new PluginClassLoader(files.place().toString(), urls, files.isLoneJar(), HOST);
  }

  private static void close(PluginClassLoader loader, PluginProblems wrong) {
    try {
      loader.close();
    } catch (IOException e) {
      wrong.add("cannot close " + loader, e);
    }
  }
}
