package org.folding.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Whether tests compare vector kernels with plain ones, or the plain ones run alone. */
final class VectorInstructions {
  private VectorInstructions() {}

  /**
   * Skips a test where this JVM runs the plain kernels on purpose, and says why; fails where it
   * should run vector kernels and cannot.
   *
   * @param kernels those that run
   * @param vectorKernels the simple name of the class that should
   */
  static void assertThatTheyRun(Object kernels, String vectorKernels) {
    String reason = KernelChoice.obstacle().orElse("");
    boolean isFault = reason.startsWith("the Vector API of this JDK is another one");
    assumeTrue(
        reason.isEmpty() || isFault,
        () -> "the vector kernels do not run and are not compared: " + reason);
    assertThat(kernels.getClass().getSimpleName()).as(reason).isEqualTo(vectorKernels);
  }
}
