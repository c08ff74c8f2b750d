package org.folding.core.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.folding.api.plugin.ApiLevel;
import org.folding.api.plugin.FoldingPlugin;

/**
 * What can be told of a plugin's JAR without running anything in it.
 *
 * @param jar the JAR
 * @param hasServiceFile whether it names plugins
 * @param plugins the classes that its service file names
 * @param apiLevel the level that its manifest states, if any
 * @param version the {@code Implementation-Version} of its manifest, if any
 */
record JarFacts(
    Path jar,
    boolean hasServiceFile,
    List<String> plugins,
    OptionalInt apiLevel,
    Optional<String> version) {

  /** The entry by which a JAR names its plugins. */
  static final String SERVICE_FILE = "META-INF/services/" + FoldingPlugin.class.getName();

  /** More than any list of classes needs; what comes after is not read. */
  private static final int MAX_SERVICE_FILE_BYTES = 1 << 16;

  private static final Pattern API_CLASS =
      Pattern.compile("(META-INF/versions/\\d+/)?org/folding/api/.+\\.class");
  private static final Pattern CLASS_NAME =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");

  /**
   * @param pluginClass a class that the service file names
   * @param loader the plugin's loader
   * @return where that plugin comes from
   */
  PluginOrigin origin(String pluginClass, ClassLoader loader) {
    return new PluginOrigin(
        PluginOrigin.Source.JAR, pluginClass, Optional.of(jar), version, apiLevel, loader);
  }

  /**
   * Reads a JAR.
   *
   * @param jar the JAR
   * @param problems receives what is wrong with it
   * @return the facts; without any where the file is no JAR
   */
  static JarFacts read(Path jar, PluginProblems problems) {
    if (!Files.isReadable(jar)) {
      problems.add(jar + " cannot be read; check its permissions");
      return new JarFacts(jar, false, List.of(), OptionalInt.empty(), Optional.empty());
    }
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      checkApiClasses(jar, file, problems);
      Manifest manifest = file.getManifest();
      Attributes attributes = (manifest == null ? new Manifest() : manifest).getMainAttributes();
      ZipEntry services = file.getEntry(SERVICE_FILE);
      return new JarFacts(
          jar,
          services != null,
          services == null ? List.of() : plugins(jar, file, services, problems),
          level(jar, attributes.getValue(ApiLevel.MANIFEST_ATTRIBUTE), problems),
          Optional.ofNullable(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)));
    } catch (IOException | IllegalArgumentException e) {
      // Entry names that are not UTF-8 surface as IllegalArgumentException.
      problems.add(
          jar
              + " is not a JAR file or is damaged ("
              + PluginFaults.words(e)
              + "); build it or copy it again",
          e);
      return new JarFacts(jar, false, List.of(), OptionalInt.empty(), Optional.empty());
    }
  }

  private static void checkApiClasses(Path jar, JarFile file, PluginProblems problems) {
    List<String> classes =
        file.stream().map(ZipEntry::getName).filter(API_CLASS.asMatchPredicate()).toList();
    if (!classes.isEmpty()) {
      problems.add(
          jar
              + " contains classes of folding-api ("
              + classes.get(0)
              + (classes.size() > 1 ? " and " + (classes.size() - 1) + " more" : "")
              + "), which folding itself supplies; give the dependency folding-api the scope"
              + " 'provided' and build the JAR again");
    }
  }

  private static List<String> plugins(
      Path jar, JarFile file, ZipEntry services, PluginProblems problems) throws IOException {
    List<String> names = new ArrayList<>();
    String text;
    try (var stream = file.getInputStream(services)) {
      text = new String(stream.readNBytes(MAX_SERVICE_FILE_BYTES), StandardCharsets.UTF_8);
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int comment = line.indexOf('#');
      String name = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!name.isEmpty() && !CLASS_NAME.matcher(name).matches()) {
        problems.add(
            jar
                + ": line "
                + number
                + " of "
                + SERVICE_FILE
                + " is '"
                + name
                + "' but must be the name of a class that implements FoldingPlugin");
      } else if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    if (names.isEmpty() && problems.isEmpty()) {
      problems.add(
          jar
              + ": "
              + SERVICE_FILE
              + " is empty; write the name of the class that implements FoldingPlugin there");
    }
    return names;
  }

  private static OptionalInt level(Path jar, String text, PluginProblems problems) {
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      int level = Integer.parseInt(text.strip());
      if (level != ApiLevel.CURRENT) {
        problems.add(
            jar
                + " was built for API level "
                + level
                + " and this folding has level "
                + ApiLevel.CURRENT
                + "; "
                + (level > ApiLevel.CURRENT
                    ? "get a newer folding, or a build of the plugin for level "
                    : "get a build of the plugin for level ")
                + ApiLevel.CURRENT);
      }
      return OptionalInt.of(level);
    } catch (NumberFormatException e) {
      problems.add(
          jar
              + ": the manifest states "
              + ApiLevel.MANIFEST_ATTRIBUTE
              + " '"
              + text
              + "' but it must be a whole number, here "
              + ApiLevel.CURRENT);
      return OptionalInt.empty();
    }
  }
}
