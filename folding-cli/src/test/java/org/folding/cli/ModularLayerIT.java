package org.folding.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.folding.engine.KernelInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JARs of the API, the engine and the metrics are modules, and work as such. */
final class ModularLayerIT {
  private static final Path LIBRARY = Path.of("target/dist/lib");

  /** What a program needs for walks. JSpecify is not among it. */
  private static final List<String> NAMES =
      List.of("folding-api-", "folding-engine-", "folding-metrics-", "commons-math3-");

  private static final Set<String> FACES =
      Set.of(
          "org.folding.api/org.folding.api",
          "org.folding.api/org.folding.api.data",
          "org.folding.api/org.folding.api.metric",
          "org.folding.api/org.folding.api.model",
          "org.folding.api/org.folding.api.network",
          "org.folding.api/org.folding.api.path",
          "org.folding.api/org.folding.api.plugin",
          "org.folding.api/org.folding.api.walk",
          "org.folding.engine/org.folding.engine",
          "org.folding.engine/org.folding.engine.network",
          "org.folding.engine/org.folding.engine.path",
          "org.folding.engine/org.folding.engine.plane",
          "org.folding.engine/org.folding.engine.rational",
          "org.folding.engine/org.folding.engine.text",
          "org.folding.engine/org.folding.engine.verify",
          "org.folding.metrics/org.folding.metrics");

  private static final String DESCRIPTOR =
      """
      module probe {
        requires org.folding.engine;
        uses org.folding.api.plugin.FoldingPlugin;
        exports probe;
      }
      """;

  /**
   * Unit i of the first layer is active where x is greater than i/64, for i from 1 to 40. The unit
   * of the second layer, whose input is relu(x − 1/4) − 2 relu(x − 1/2) − 17/128, is active between
   * 49/128 and 79/128.
   */
  private static final String PROBE =
      """
      package probe;

      import java.util.List;
      import java.util.Optional;
      import java.util.ServiceLoader;
      import org.folding.api.Options;
      import org.folding.api.metric.*;
      import org.folding.api.network.*;
      import org.folding.api.path.*;
      import org.folding.api.plugin.FoldingPlugin;
      import org.folding.api.walk.*;
      import org.folding.engine.*;
      import org.folding.engine.network.NetworkModel;
      import org.folding.engine.path.Walker;

      public final class Probe {
        private Probe() {}

        public static String walk() {
          double[] first = new double[40];
          double[] bias = new double[40];
          double[] second = new double[40];
          for (int i = 1; i <= 40; i++) {
            first[i - 1] = 1;
            bias[i - 1] = -i / 64.0;
          }
          second[15] = 1;
          second[31] = -2;
          Network.Builder layers = Network.builder("probe", Shape.of(1));
          layers.then("a", new Dense(Tensor.of(Shape.of(40, 1), first), Tensor.vector(bias)));
          layers.then("b", Rectifier.relu(UnitRole.HIDDEN));
          layers.then("c", new Dense(Tensor.of(Shape.of(1, 40), second), Tensor.vector(-17 / 128.0)));
          layers.then("d", Rectifier.relu(UnitRole.HIDDEN));
          StringBuilder text = new StringBuilder();
          WalkerFactory factory =
              new WalkerFactory(
                  new NetworkModel(layers.build(), List.of()),
                  Optional.empty(),
                  WalkSettings.exact(WalkSettings.Count.ALL));
          try (Walker walker = factory.newWalker()) {
            Walk walk =
                walker.walk(new InputPath(List.of(Waypoint.point(0), Waypoint.point(1))));
            for (int s = 0; s < walk.steps(); s++) {
              for (int f = walk.firstFlip(s); f < walk.firstFlip(s + 1); f++) {
                text.append(walk.bit(f)).append('@').append(walk.time(s)).append(' ');
              }
            }
          }
          for (FoldingPlugin plugin :
              ServiceLoader.load(FoldingPlugin.class, Probe.class.getClassLoader())) {
            for (MetricFactory metric : plugin.metrics()) {
              text.append(metric.name()).append(' ');
            }
          }
          return text.toString().strip();
        }
      }
      """;

  @TempDir private Path folder;
  private List<Path> jars;
  private Path probe;

  @BeforeEach
  void compileTheProbe() throws IOException {
    try (Stream<Path> files = Files.list(LIBRARY)) {
      jars =
          files
              .filter(file -> NAMES.stream().anyMatch(file.getFileName().toString()::startsWith))
              .toList();
    }
    assertThat(jars).hasSameSizeAs(NAMES);
    probe = Files.createDirectory(folder.resolve("probe"));
    Path sources = Files.createDirectories(folder.resolve("sources/probe")).getParent();
    List<Path> files =
        List.of(
            Files.writeString(sources.resolve("module-info.java"), DESCRIPTOR),
            Files.writeString(sources.resolve("probe/Probe.java"), PROBE));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    String modules =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<String> options =
          List.of(
              "--release", "17", "-Xlint:all", "-Werror", "-p", modules, "-d", probe.toString());
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  @Test
  void theModulesExportTheirFacesAndNothingElse() {
    Set<String> exported =
        layer().modules().stream()
            .filter(module -> module.getName().startsWith("org.folding."))
            .flatMap(
                module ->
                    module.getDescriptor().exports().stream()
                        .filter(export -> !export.isQualified())
                        .map(ModuleDescriptor.Exports::source)
                        .map(source -> module.getName() + "/" + source))
            .collect(toCollection(TreeSet::new));

    assertThat(exported).containsExactlyInAnyOrderElementsOf(FACES);
  }

  @Test
  void noModuleIsOpen() {
    assertThat(layer().modules())
        .filteredOn(module -> module.getName().startsWith("org.folding."))
        .hasSize(3)
        .allSatisfy(
            module -> {
              assertThat(module.getDescriptor().isAutomatic()).isFalse();
              assertThat(module.getDescriptor().isOpen()).isFalse();
              assertThat(module.getDescriptor().opens()).isEmpty();
            });
  }

  /** A JAR without a name of its own gets one from its file, such as folding.core. */
  @Test
  void eachModuleSaysItsName() throws IOException {
    Path[] own;
    try (Stream<Path> files = Files.list(LIBRARY)) {
      own =
          files
              .filter(file -> file.getFileName().toString().startsWith("folding-"))
              .toArray(Path[]::new);
    }

    assertThat(ModuleFinder.of(own).findAll())
        .extracting(module -> module.descriptor().name())
        .containsExactlyInAnyOrder(
            "org.folding.api",
            "org.folding.cli",
            "org.folding.core",
            "org.folding.engine",
            "org.folding.metrics",
            "org.folding.onnx",
            "org.folding.pictures",
            "org.folding.reports");
  }

  @Test
  void aWalkInTheLayerIsTheOneOfTheClassPath() throws Exception {
    String expected =
        Stream.of(
                IntStream.rangeClosed(1, 24).mapToObj(ModularLayerIT::flip),
                Stream.of("40@" + 49 / 128.0),
                IntStream.rangeClosed(25, 39).mapToObj(ModularLayerIT::flip),
                Stream.of("40@" + 79 / 128.0, flip(40), "range", "convexity-defect"))
            .flatMap(words -> words)
            .collect(Collectors.joining(" "));

    assertThat(walk(layer().findLoader("probe"))).isEqualTo(expected);
    try (URLClassLoader classPath = classPath()) {
      assertThat(walk(classPath)).isEqualTo(expected);
    }
  }

  /** The engine requires no incubating module; it has to ask for the right to read it. */
  @Test
  void theEngineRunsOnTheSameKernelsInTheLayerAsOnTheClassPath() throws Exception {
    ModuleLayer layer = layer();

    Class<?> info = layer.findLoader("org.folding.engine").loadClass(KernelInfo.class.getName());

    assertThat(info.getModule().isNamed()).isTrue();
    assertThat(info.getMethod("current").invoke(null)).hasToString(KernelInfo.current().toString());
  }

  /** Unit i has bit i − 1. */
  private static String flip(int i) {
    return (i - 1) + "@" + i / 64.0;
  }

  private static String walk(ClassLoader loader) throws ReflectiveOperationException {
    return (String) loader.loadClass("probe.Probe").getMethod("walk").invoke(null);
  }

  private ModuleLayer layer() {
    Path[] places = Stream.concat(jars.stream(), Stream.of(probe)).toArray(Path[]::new);
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(
                ModuleFinder.of(places),
                ModuleFinder.of(),
                Set.of("probe", "org.folding.api", "org.folding.engine", "org.folding.metrics"));
    return ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
        .layer();
  }

  private URLClassLoader classPath() throws IOException {
    URL[] places = new URL[jars.size() + 1];
    for (int i = 0; i < jars.size(); i++) {
      places[i] = jars.get(i).toUri().toURL();
    }
    places[jars.size()] = probe.toUri().toURL();
    return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
  }
}
