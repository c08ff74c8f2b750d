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
  private static final ImportOption NO_TEST_JARS = location -> !location.contains("-tests.jar");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(NO_TEST_JARS)
          .importPackages("org.folding");

  @Test
  void theRulesSeeTheProductionClassesAndNoOthers() {
    assertThat(CLASSES.contain(FoldingPlugin.class)).isTrue();
    assertThat(CLASSES.contain(PluginLoader.class)).isTrue();
    assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    assertThat(CLASSES.contain("org.folding.core.testing.SharedFiles")).isFalse();
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("org.folding.(**)").should().beFreeOfCycles());
  }

  @Test
  void theApiDependsOnTheJdkAlone() {
    check(onlyDependsOn("org.folding.api..", "java.."));
  }

  @Test
  void coreDependsOnNoModuleButTheApi() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.folding.core..")
            .should()
            .dependOnClassesThat(foldingOutside("org.folding.core..", "org.folding.api..")));
  }

  @Test
  void onnxUsesTheNetworksOfCoreAndNothingElse() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.folding.onnx..")
            .should()
            .dependOnClassesThat(
                foldingOutside(
                    "org.folding.onnx..", "org.folding.api..", "org.folding.core.network")));
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

  private static DescribedPredicate<JavaClass> foldingOutside(String... packages) {
    return JavaClass.Predicates.resideInAPackage("org.folding..")
        .and(JavaClass.Predicates.resideOutsideOfPackages(packages));
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
