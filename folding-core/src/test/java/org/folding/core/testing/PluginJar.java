package org.folding.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.folding.api.plugin.FoldingPlugin;

/**
 * Builds plugin JARs inside tests: compiles Java sources against folding-api alone and packs the
 * classes with the other files of the source folders. Entries can be changed before the JAR is
 * written, to make JARs that are wrong in a certain way.
 */
public final class PluginJar {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Map<String, byte[]> entries = new TreeMap<>();

  private PluginJar() {}

  /**
   * @param folder holds Java sources by package, and resources
   * @param libraries JARs that the sources need besides folding-api
   * @return what the folder gives
   */
  public static PluginJar of(Path folder, Path... libraries) throws IOException {
    return of(List.of(folder), libraries);
  }

  /**
   * @param folders hold Java sources by package, and resources
   * @param libraries JARs that the sources need besides folding-api
   * @return what the folders give together
   */
  public static PluginJar of(List<Path> folders, Path... libraries) throws IOException {
    PluginJar jar = new PluginJar();
    List<Path> sources = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        if (file.toString().endsWith(".java")) {
          sources.add(file);
        } else {
          jar.entries.put(entryName(folder, file), Files.readAllBytes(file));
        }
      }
    }
    Path classes = Files.createTempDirectory("plugin-classes");
    try {
      compile(sources, classes, List.of(libraries));
      for (Path file : files(classes)) {
        jar.entries.put(entryName(classes, file), Files.readAllBytes(file));
      }
    } finally {
      delete(classes);
    }
    return jar;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String entryName(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private static void compile(List<Path> sources, Path classes, List<Path> libraries)
      throws IOException {
    List<Path> classPath = new ArrayList<>(libraries);
    classPath.add(folderOrJarOfApi());
    List<String> options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  private static Path folderOrJarOfApi() {
    try {
      return Path.of(
          FoldingPlugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param unwanted tells entries to leave out
   * @return this
   */
  public PluginJar without(Predicate<String> unwanted) {
    entries.keySet().removeIf(unwanted);
    return this;
  }

  /**
   * @param entry the name of an entry, new or not
   * @param text its content
   * @return this
   */
  public PluginJar with(String entry, String text) {
    entries.put(entry, text.getBytes(UTF_8));
    return this;
  }

  /**
   * @param key an attribute of the manifest, which it does not have yet
   * @param value its value
   * @return this
   */
  public PluginJar withManifest(String key, String value) {
    byte[] before = entries.getOrDefault(MANIFEST, "Manifest-Version: 1.0\n".getBytes(UTF_8));
    return with(MANIFEST, new String(before, UTF_8) + key + ": " + value + "\n");
  }

  /**
   * @param entry the name of an entry that exists
   * @param change what to do with its bytes
   * @return this
   */
  public PluginJar changing(String entry, UnaryOperator<byte[]> change) {
    assertThat(entries).containsKey(entry);
    entries.compute(entry, (name, bytes) -> change.apply(bytes));
    return this;
  }

  /**
   * @param jar the file to write; its folder is made where needed
   * @return the file
   */
  public Path write(Path jar) throws IOException {
    Files.createDirectories(jar.toAbsolutePath().getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }
}
