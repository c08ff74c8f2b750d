package org.folding.core.walk;

/** Finds out once whether the JVM offers vector instructions. */
final class KernelChoice {
  static final LineKernels BEST = choose();

  private KernelChoice() {}

  private static LineKernels choose() {
    // With -Dfolding.kernels=plain the Vector API is not used.
    if ("plain".equals(System.getProperty("folding.kernels"))
        || ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return new PlainKernels();
    }
    try {
      return Class.forName("org.folding.core.walk.VectorKernels")
          .asSubclass(LineKernels.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      // The API is incubating: another JDK may have changed it. Slower is better than not at all.
      return new PlainKernels();
    }
  }
}
