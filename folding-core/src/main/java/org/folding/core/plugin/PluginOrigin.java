package org.folding.core.plugin;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.folding.api.plugin.ApiLevel;
import org.folding.api.plugin.FoldingPlugin;

/**
 * Where a component comes from.
 *
 * @param source which road it came
 * @param pluginClass the class that implements {@link FoldingPlugin}
 * @param jar the JAR that names the class as a plugin; present iff the source is {@link Source#JAR}
 * @param version the {@code Implementation-Version} of the JAR's manifest, if stated
 * @param apiLevel the {@link ApiLevel} that the plugin was built for, if stated
 * @param loader the class loader of the plugin
 */
public record PluginOrigin(
    Source source,
    String pluginClass,
    Optional<Path> jar,
    Optional<String> version,
    OptionalInt apiLevel,
    ClassLoader loader) {

  /** The roads by which components come. */
  public enum Source {
    /** Ships with folding. */
    BUILT_IN,
    /** Was registered by the program that embeds folding, or lies on its class path. */
    PROGRAM,
    /** A JAR of the plugin folder. */
    JAR
  }

  /** Checks that nothing is null and that a JAR is named where there is one. */
  public PluginOrigin {
    Objects.requireNonNull(source, "source is null");
    Objects.requireNonNull(pluginClass, "pluginClass is null");
    Objects.requireNonNull(version, "version is null");
    Objects.requireNonNull(apiLevel, "apiLevel is null");
    Objects.requireNonNull(loader, "loader is null");
    if ((source == Source.JAR) != jar.isPresent()) {
      throw new IllegalArgumentException("source is " + source + " but jar is " + jar);
    }
  }

  /**
   * @param plugin a class that ships with folding
   * @return its origin
   */
  public static PluginOrigin builtIn(Class<? extends FoldingPlugin> plugin) {
    return ofClass(Source.BUILT_IN, plugin);
  }

  /**
   * @param plugin a class of the program that embeds folding
   * @return its origin
   */
  public static PluginOrigin program(Class<? extends FoldingPlugin> plugin) {
    return ofClass(Source.PROGRAM, plugin);
  }

  private static PluginOrigin ofClass(Source source, Class<? extends FoldingPlugin> plugin) {
    return new PluginOrigin(
        source,
        plugin.getName(),
        Optional.empty(),
        Optional.ofNullable(plugin.getPackage().getImplementationVersion()),
        OptionalInt.empty(),
        plugin.getClassLoader());
  }

  /**
   * @return where the plugin lies, for messages: a JAR's path, {@code built in} or {@code class
   *     path}
   */
  public String place() {
    return switch (source) {
      case BUILT_IN -> "built in";
      case PROGRAM -> "class path";
      case JAR -> jar.orElseThrow().toString();
    };
  }
}
