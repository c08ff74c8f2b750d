package org.folding.engine.kernel;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Whether tests compare vector kernels with plain ones, or plain ones run alone. */
final class VectorInstructions {
  private VectorInstructions() {}

  /** Skips a test, and says why, where the JVM is to run the plain kernels. */
  static void assumeThatTheyRun() {
    assumeFalse(
        "plain".equals(System.getProperty("folding.kernels")),
        "folding.kernels=plain: the plain kernels are tested, the vector kernels are not");
    assumeTrue(
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
        "no --add-modules jdk.incubator.vector: the plain kernels are tested, the vector kernels"
            + " are not");
  }
}
