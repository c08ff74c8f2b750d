package org.folding.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.core.testing.PluginJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a plugin can be broken is told in one line with JAR, class and remedy. */
final class BrokenPluginTest {
  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void nameJar() {
    jar = folder.resolve("acme.jar");
  }

  @Test
  void truncatedJar() throws IOException {
    byte[] whole = Files.readAllBytes(PluginCases.jar("good").write(jar));
    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));

    assertThat(problem())
        .startsWith(jar + " is not a JAR file or is damaged (")
        .contains("copy it");
  }

  @Test
  void textFileNamedJar() throws IOException {
    Files.writeString(jar, "not a zip\n");

    assertThat(problem()).startsWith(jar + " is not a JAR file or is damaged (");
  }

  @Test
  void damagedClass() throws IOException {
    PluginCases.jar("good")
        .changing("acme/good/GoodPlugin.class", bytes -> Arrays.copyOf(bytes, bytes.length / 2))
        .write(jar);

    assertThat(problem())
        .startsWith(jar + ": class acme.good.GoodPlugin is damaged (ClassFormatError: ")
        .endsWith("; build the JAR or copy it again");
  }

  @Test
  void damagedManifest() throws IOException {
    PluginCases.jar("good").with("META-INF/MANIFEST.MF", "no colon here\n").write(jar);

    assertThat(problem()).startsWith(jar + " is not a JAR file or is damaged (");
  }

  @Test
  void noServiceFile() throws IOException {
    PluginCases.jar("good").without(JarFacts.SERVICE_FILE::equals).write(jar);

    assertThat(problem())
        .isEqualTo(
            jar
                + " names no plugin: it has no"
                + " META-INF/services/org.folding.api.plugin.FoldingPlugin; add that file with the"
                + " name of the class that implements FoldingPlugin, or, if the JAR is a library,"
                + " move it into the folder of its plugin");
  }

  @Test
  void noServiceFileInFolder() throws IOException {
    PluginCases.jar("dependency/library").write(folder.resolve("acme/base.jar"));

    assertThat(problem())
        .startsWith(folder.resolve("acme") + " names no plugin: none of its JARs has a META-INF");
  }

  @Test
  void emptyServiceFile() throws IOException {
    PluginCases.jar("good").with(JarFacts.SERVICE_FILE, "# to be filled in\n\n").write(jar);

    assertThat(problem()).startsWith(jar + ": " + JarFacts.SERVICE_FILE + " is empty; write");
  }

  @Test
  void serviceFileThatIsNoList() throws IOException {
    PluginCases.jar("good").with(JarFacts.SERVICE_FILE, "# one\nnew GoodPlugin()\n").write(jar);

    assertThat(problem())
        .startsWith(jar + ": line 2 of " + JarFacts.SERVICE_FILE + " is 'new GoodPlugin()' but");
  }

  @Test
  void emptyFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(problem()).startsWith("the plugin folder " + empty + " holds no JAR; put");
  }

  @Test
  void folderWithoutJar() throws IOException {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(sources.resolve("Plugin.java"), "class Plugin {}\n");

    assertThat(problem()).startsWith("the plugin folder " + sources + " holds no JAR; put");
  }

  @Test
  void missingClass() throws IOException {
    PluginCases.jar("good").with(JarFacts.SERVICE_FILE, "acme.good.GodPlugin\n").write(jar);

    assertThat(problem())
        .startsWith(jar + ": ")
        .contains("names class acme.good.GodPlugin, which is not in the plugin; mend the name");
  }

  @Test
  void classThatIsNoPlugin() throws IOException {
    PluginCases.jar("not-a-plugin").write(jar);

    assertThat(problem())
        .isEqualTo(
            jar
                + ": class acme.plain.Plain is named as a plugin but does not implement"
                + " org.folding.api.plugin.FoldingPlugin");
  }

  @Test
  void privateConstructor() throws IOException {
    PluginCases.jar("private-constructor").write(jar);

    assertThat(problem())
        .isEqualTo(
            jar
                + ": class acme.hidden.HiddenPlugin has no public constructor without arguments;"
                + " add one");
  }

  @Test
  void throwingConstructor() throws IOException {
    PluginCases.jar("throwing-constructor").write(jar);

    assertThat(problem())
        .startsWith(
            jar
                + ": the constructor of acme.ctorfail.FailingPlugin throws IllegalStateException: no"
                + " licence found; this is a fault of the plugin");
  }

  @Test
  void throwingInitialiser() throws IOException {
    PluginCases.jar("throwing-initialiser").write(jar);

    assertThat(problem())
        .startsWith(
            jar
                + ": the constructor of acme.initfail.InitPlugin fails in a static initialiser with"
                + " NumberFormatException: For input string: \"many\"; this is a fault");
  }

  @Test
  void missingSuperclass() throws IOException {
    writeWithoutLibrary("dependency/as-superclass", jar);

    assertThat(problem())
        .isEqualTo(
            jar
                + ": class acme.sup.SubPlugin needs class acme.lib.Base, which is not in the"
                + " plugin; make a folder "
                + folder.resolve("acme")
                + ", move acme.jar there and put the JAR that holds the class beside it");
  }

  @Test
  void missingDependencyOfConstructorInFolder() throws IOException {
    Path inFolder = folder.resolve("acme/acme.jar");
    writeWithoutLibrary("dependency/in-constructor", inFolder);

    assertThat(problem())
        .isEqualTo(
            inFolder
                + ": the constructor of acme.ctor.CtorPlugin needs class acme.lib.Base, which is"
                + " not in the plugin; put the JAR that holds it beside "
                + inFolder);
  }

  @Test
  void missingDependencyDuringTheRun() throws IOException {
    writeWithoutLibrary("dependency/in-measure", jar);

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      MetricFactory late = registry.metric("acme-late").factory();
      assertThatThrownBy(() -> PluginCases.measure(late, PluginCases.walk(1)))
          .isInstanceOf(PluginFaultException.class)
          .hasMessageStartingWith(
              jar + ": measure() of metric 'acme-late' needs class acme.lib.Base, which is not in")
          .hasCauseInstanceOf(NoClassDefFoundError.class);
    }
  }

  @Test
  void bundledApi() throws IOException {
    PluginCases.jar("good")
        .with("org/folding/api/Options.class", "")
        .with("META-INF/versions/21/org/folding/api/walk/Walk.class", "")
        .write(jar);

    assertThat(problem())
        .startsWith(jar + " contains classes of folding-api (")
        .contains(" and 1 more), which folding itself supplies; give")
        .contains("scope 'provided'");
  }

  @Test
  void wrongLevelIsToldBeforeAnythingRuns() throws IOException {
    // Its constructor throws, too, but that must not show.
    PluginCases.jar("throwing-constructor").withManifest("Folding-Api-Level", "2").write(jar);

    assertThat(problem())
        .isEqualTo(
            jar
                + " was built for API level 2 and this folding has level 1; get a newer folding, or"
                + " a build of the plugin for level 1");
  }

  @Test
  void levelThatIsNoNumber() throws IOException {
    PluginCases.jar("throwing-constructor").withManifest("Folding-Api-Level", "one").write(jar);

    assertThat(problem())
        .isEqualTo(
            jar
                + ": the manifest states Folding-Api-Level 'one' but it must be a whole number, here"
                + " 1");
  }

  @Test
  void newerJava() throws IOException {
    PluginCases.jar("good")
        .changing("acme/good/Flips.class", BrokenPluginTest::toJava55)
        .write(jar);

    assertThat(problem())
        .isEqualTo(
            jar
                + ": metrics() of acme.good.GoodPlugin needs Java 55 but this is Java "
                + Runtime.version().feature()
                + "; run folding with Java 55 or newer, or have the plugin compiled with --release "
                + Runtime.version().feature());
  }

  @Test
  void newerJavaOfThePluginClass() throws IOException {
    PluginCases.jar("good")
        .changing("acme/good/GoodPlugin.class", BrokenPluginTest::toJava55)
        .write(jar);

    assertThat(problem()).startsWith(jar + ": class acme.good.GoodPlugin needs Java 55 but this");
  }

  /** Bytes 6 and 7 of a class file hold its version: 44 for Java 0, 61 for Java 17. */
  private static byte[] toJava55(byte[] classFile) {
    byte[] changed = classFile.clone();
    changed[6] = 0;
    changed[7] = 99;
    return changed;
  }

  @Test
  void builtForAnOlderApi() throws IOException {
    writeWithoutStubs("other-api/older");

    assertThat(problem())
        .startsWith(
            jar
                + ": description() of metric 'acme-old' does not fit this version of folding (Abstract")
        .contains("the plugin states no Folding-Api-Level and this folding has level 1: rebuild");
  }

  @Test
  void builtForANewerApi() throws IOException {
    writeWithoutStubs("other-api/newer");

    assertThat(problem())
        .startsWith(
            jar
                + ": the constructor of acme.next.NextPlugin needs"
                + " org.folding.api.metric.Curvature, which the folding-api of this folding does"
                + " not have; the plugin states no Folding-Api-Level and this folding has level 1");
  }

  @Test
  void reachesIntoTheHost() throws IOException {
    writeWithoutStubs("other-api/host");

    assertThat(problem())
        .startsWith(
            jar + ": the constructor of acme.host.HostPlugin needs org.folding.engine.network")
        .contains("of folding a plugin sees the packages org.folding.api alone");
  }

  @Test
  void nullList() throws IOException {
    PluginCases.jar("null-list").write(jar);

    assertThat(problem()).startsWith(jar + ": metrics() of acme.nulls.NullPlugin returns null; ");
  }

  @Test
  void throwingList() throws IOException {
    PluginCases.jar("throwing-list").write(jar);

    assertThat(problem())
        .startsWith(jar + ": metrics() of acme.listfail.ListPlugin throws NullPointerException; ");
  }

  @Test
  void badName() throws IOException {
    PluginCases.jar("bad-name").write(jar);

    assertThat(problem())
        .startsWith(
            jar
                + ": metric number 1 of acme.badname.BadNamePlugin is called 'Acme Flips', but a"
                + " name must match [a-z][a-z0-9_-]*");
  }

  @Test
  void oneNameTwiceInAPlugin() throws IOException {
    PluginCases.jar("twice").write(jar);

    assertThat(problem())
        .isEqualTo(jar + ": acme.twice.TwicePlugin brings metric 'acme-twice' twice");
  }

  @Test
  void oneNameInTwoPlugins() throws IOException {
    Path first = PluginCases.jar("good").write(folder.resolve("a/good.jar"));
    Path second = PluginCases.jar("twin").write(folder.resolve("b.jar"));

    assertThat(problem())
        .isEqualTo(
            "metric 'acme-flips' is already registered by acme.good.GoodPlugin ("
                + first
                + "); acme.twin.TwinPlugin ("
                + second
                + ") also provides it: remove one of them, or ask its author to rename the component");
  }

  @Test
  void nameOfABuiltInComponent() throws IOException {
    PluginCases.jar("builtin-name").write(jar);

    try (PluginReport report = PluginLoader.report(Optional.of(folder), List.of(new Host()))) {
      assertThat(report.problems())
          .containsExactly(
              "metric 'range' is already registered by org.folding.core.plugin.BrokenPluginTest$Host"
                  + " (built in); acme.range.RangePlugin ("
                  + jar
                  + ") also provides it: remove one of them, or ask its author to rename the component");
      assertThat(report.registry().metric("range").origin().place()).isEqualTo("built in");
    }
  }

  @Test
  void folderThatDoesNotExist() {
    Path absent = folder.resolve("plugns");

    assertThatThrownBy(() -> PluginLoader.load(Optional.of(absent)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the plugin folder " + absent + " does not exist; create it, or mend its name");
  }

  @Test
  void folderThatIsAFile() throws IOException {
    PluginCases.jar("good").write(jar);

    assertThatThrownBy(() -> PluginLoader.load(Optional.of(jar)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the plugin folder " + jar + " is a file; name the folder");
  }

  @Test
  void aRunFailsWithAllProblemsAndAReportGoesOn() throws IOException {
    Path text = Files.writeString(folder.resolve("a.jar"), "text");
    PluginCases.jar("good").write(folder.resolve("b.jar"));
    Path hidden = PluginCases.jar("private-constructor").write(folder.resolve("c.jar"));
    Path failing = PluginCases.jar("throwing-constructor").write(folder.resolve("d.jar"));

    InvalidInputException exception =
        catchThrowableOfType(
            InvalidInputException.class, () -> PluginLoader.load(Optional.of(folder)));
    assertThat(exception.problems()).hasSize(3);
    assertThat(exception.problems().get(0)).startsWith(text.toString());
    assertThat(exception.problems().get(1)).startsWith(hidden.toString());
    assertThat(exception.problems().get(2)).startsWith(failing.toString());

    try (PluginReport report = PluginLoader.report(Optional.of(folder))) {
      assertThat(report.problems()).isEqualTo(exception.problems());
      assertThat(report.registry().metric("acme-flips").name()).isEqualTo("acme-flips");
    }
  }

  @Test
  void modelsThatFailNameThePlugin() throws IOException {
    PluginCases.jar("good").write(jar);

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      var loader = registry.modelLoader("acme-models").factory().create(null);
      var model = loader.load(new ModelSource("acme:x", folder));
      assertThatThrownBy(model::obstacles)
          .isInstanceOf(PluginFaultException.class)
          .hasMessageStartingWith(
              jar
                  + ": obstacles() of a model of model loader 'acme-models' throws"
                  + " IllegalStateException: obstacles of acme:x; ");
      try (var evaluator = model.newEvaluator().orElseThrow()) {
        assertThatThrownBy(() -> evaluator.margins(new double[2], 1, new double[0]))
            .hasMessageStartingWith(jar + ": margins() of a model of model loader 'acme-models'");
      }
    }
  }

  /** The only problem that a report on the folder has, which is one line. */
  private String problem() {
    try (PluginReport report = PluginLoader.report(Optional.of(folder))) {
      assertThat(report.problems()).hasSize(1);
      assertThat(report.problems().get(0)).doesNotContain("\n");
      return report.problems().get(0);
    }
  }

  private void writeWithoutLibrary(String name, Path target) throws IOException {
    PluginJar.of(List.of(PluginCases.sources(name), PluginCases.sources("dependency/library")))
        .without(entry -> entry.startsWith("acme/lib/"))
        .write(target);
  }

  private void writeWithoutStubs(String name) throws IOException {
    PluginCases.jar(name).without(entry -> entry.startsWith("org/folding/")).write(jar);
  }

  /** Stands for a plugin that ships with folding. */
  private static final class Host implements FoldingPlugin {
    @Override
    public List<MetricFactory> metrics() {
      return List.of(new HandMetricFactory("range"));
    }
  }
}
