package org.folding.core.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of one plugin: a JAR in the plugin folder, or a folder of JARs there.
 *
 * @param place the JAR or the folder
 * @param jars at least one JAR, sorted by name
 */
record PluginFiles(Path place, List<Path> jars) {

  /**
   * @return whether the plugin is a JAR without a folder of its own
   */
  boolean isLoneJar() {
    return jars.get(0).equals(place);
  }

  /**
   * Lists the plugins of a folder, sorted by name, so that their order is the same everywhere.
   * Hidden files and files that are no JARs are passed over.
   *
   * @param folder the plugin folder
   * @param problems receives folders that cannot be read or hold no JAR
   * @return the plugins
   */
  static List<PluginFiles> in(Path folder, PluginProblems problems) {
    if (!Files.isDirectory(folder)) {
      problems.add(
          Files.exists(folder)
              ? "the plugin folder " + folder + " is a file; name the folder that holds the JARs"
              : "the plugin folder " + folder + " does not exist; create it, or mend its name");
      return List.of();
    }
    List<PluginFiles> plugins = new ArrayList<>();
    for (Path entry : sorted(folder, problems)) {
      if (Files.isDirectory(entry)) {
        List<Path> jars = sorted(entry, problems).stream().filter(PluginFiles::isJar).toList();
        if (jars.isEmpty()) {
          problems.add(
              "the plugin folder "
                  + entry
                  + " holds no JAR; put the plugin's JAR and those it needs there, or remove it");
        } else {
          plugins.add(new PluginFiles(entry, jars));
        }
      } else if (isJar(entry)) {
        plugins.add(new PluginFiles(entry, List.of(entry)));
      }
    }
    return plugins;
  }

  private static List<Path> sorted(Path folder, PluginProblems problems) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !name(entry).startsWith(".")).sorted().toList();
    } catch (IOException e) {
      problems.add("the plugin folder " + folder + " cannot be read; check its permissions", e);
      return List.of();
    }
  }

  private static boolean isJar(Path file) {
    return name(file).toLowerCase(Locale.ROOT).endsWith(".jar") && !Files.isDirectory(file);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
