package org.folding.cli;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.core.plugin.PluginLoader;
import org.junit.jupiter.api.Test;

/** The rules that keep the modules apart, checked over all production classes. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.folding");

  @Test
  void theRulesSeeTheProductionClassesAndNoOthers() {
    assertThat(CLASSES.contain(FoldingPlugin.class)).isTrue();
    assertThat(CLASSES.contain(PluginLoader.class)).isTrue();
    assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    assertThat(CLASSES.contain("org.folding.engine.testing.SharedFiles")).isFalse();
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("org.folding.(**)").should().beFreeOfCycles());
  }

  @Test
  void theApiDependsOnTheJdkAlone() {
    check(onlyDependsOn("org.folding.api..", "java..", "org.jspecify.annotations"));
  }

  @Test
  void theTestkitDependsOnTheApiAlone() {
    check(onlyDependsOn("org.folding.testkit..", "java..", "org.folding.api.."));
  }

  @Test
  void theEngineDependsOnTheApiAndCommonsMathAlone() {
    check(
        onlyDependsOn(
            "org.folding.engine..",
            "java..",
            "org.jspecify.annotations",
            "jdk.incubator.vector..",
            "org.folding.api..",
            "org.apache.commons.math3.."));
  }

  /** A test that reads annotations, so that no package of these modules is left out. */
  @Test
  void theApiAndTheEngineSayWhereNullsAre() {
    check(
        classes()
            .that()
            .resideInAnyPackage("org.folding.api..", "org.folding.engine..")
            .should(resideInAMarkedPackage()));
  }

  /** From the floor that knows arrays alone up to the walkers; each may use those before it. */
  @Test
  void theEngineUsesNoHigherFloor() {
    List<String> floors = List.of("kernel", "affine", "chain", "compile", "trace");
    for (int floor = 0; floor < floors.size(); floor++) {
      String[] higher =
          floors.stream()
              .skip(floor + 1)
              .map(name -> "org.folding.engine." + name)
              .toArray(String[]::new);
      check(
          noClasses()
              .that()
              .resideInAPackage("org.folding.engine." + floors.get(floor))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(higher));
    }
  }

  @Test
  void theRefereeKnowsNothingOfWhatItJudges() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.folding.engine.rational")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.folding.engine.kernel",
                "org.folding.engine.affine",
                "org.folding.engine.chain",
                "org.folding.engine.compile",
                "org.folding.engine.trace"));
  }

  @Test
  void coreDependsOnNoModuleButTheApiAndTheEngine() {
    check(noneKnows("org.folding.core..", "org.folding.api..", "org.folding.engine.."));
  }

  @Test
  void onnxUsesTheNetworksOfTheEngineAndNothingElse() {
    check(noneKnows("org.folding.onnx..", "org.folding.api..", "org.folding.engine.network"));
  }

  @Test
  void picturesUseTheEngineAndNothingElse() {
    check(noneKnows("org.folding.pictures..", "org.folding.api..", "org.folding.engine.."));
  }

  @Test
  void reportsAreMadeOfResultsAlone() {
    check(
        noneKnows(
            "org.folding.reports..",
            "org.folding.api",
            "org.folding.core.output",
            "org.folding.core.sink"));
  }

  @Test
  void resultsAreBuiltUponEachOther() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.folding.core.statistics")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.folding.core.output", "org.folding.core.sink"));
    check(
        noClasses()
            .that()
            .resideInAPackage("org.folding.core.output")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.folding.core.statistics", "org.folding.core.sink"));
  }

  @Test
  void metricsDependOnTheApiAndCommonsMathAlone() {
    check(
        onlyDependsOn(
            "org.folding.metrics..", "java..", "org.folding.api..", "org.apache.commons.math3.."));
  }

  @Test
  void theCommandLineAloneSeesGuiceAndPicocli() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.folding.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "com.google.inject..", "jakarta.inject..", "javax.inject..", "picocli.."));
  }

  @Test
  void theOnnxModuleAloneSeesOnnx() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.folding.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..", "ai.onnx..", "com.google.protobuf.."));
  }

  @Test
  void theCommandLineAlonePrintsAndExits() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.folding.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .orShould(callMethod(System.class, "exit", int.class)));
  }

  @Test
  void nobodyThrowsGenericExceptions() {
    check(noClasses().should(THROW_GENERIC_EXCEPTIONS));
    check(noClasses().should().callConstructorWhere(makesAnError()));
  }

  @Test
  void theContextClassLoaderIsReadOnlyToPutItBack() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.folding.core.plugin.PluginGuard")
            .should()
            .callMethod(Thread.class, "getContextClassLoader"));
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    List<Path> silent;
    try (Stream<Path> files = Files.walk(Path.of(".."), 20)) {
      silent =
          files
              .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("module-info.java"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
    }
    assertThat(silent).isEmpty();
  }

  private static ArchRule onlyDependsOn(String module, String... others) {
    return classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(others)
                .or(JavaClass.Predicates.resideInAPackage(module)));
  }

  /** No class of a module knows any of folding's outside the module and some packages. */
  private static ArchRule noneKnows(String module, String... others) {
    String[] known = Stream.concat(Stream.of(module), Stream.of(others)).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(foldingOutside(known));
  }

  private static DescribedPredicate<JavaClass> foldingOutside(String... packages) {
    return JavaClass.Predicates.resideInAPackage("org.folding..")
        .and(JavaClass.Predicates.resideOutsideOfPackages(packages));
  }

  private static ArchCondition<JavaClass> resideInAMarkedPackage() {
    return ArchCondition.from(
        DescribedPredicate.describe(
            "reside in a package that is @NullMarked",
            type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")));
  }

  private static DescribedPredicate<JavaCall<?>> makesAnError() {
    return DescribedPredicate.describe(
        "the error is java.lang.Error itself",
        call ->
            call.getTargetOwner().isEquivalentTo(Error.class)
                && !call.getOriginOwner().isAssignableTo(Error.class));
  }

  /** A module that has no class yet breaks no rule. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
