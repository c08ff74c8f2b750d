package org.folding.engine.kernel;

/** Finds out once whether the JVM offers vector instructions. */
final class KernelChoice {
  static final LineKernels BEST = choose(LineKernels.class, "VectorKernels", new PlainKernels());
  static final CellKernels CELLS =
      choose(CellKernels.class, "VectorCellKernels", new PlainCellKernels());
  static final PointKernels POINTS =
      choose(PointKernels.class, "VectorPointKernels", new PlainPointKernels());

  private KernelChoice() {}

  private static <T> T choose(Class<T> type, String vectorised, T plain) {
    // With -Dfolding.kernels=plain the Vector API is not used.
    if ("plain".equals(System.getProperty("folding.kernels"))
        || ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return plain;
    }
    try {
      return Class.forName(KernelChoice.class.getPackageName() + "." + vectorised)
          .asSubclass(type)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      // The API is incubating: another JDK may have changed it. Slower is better than not at all.
      return plain;
    }
  }
}
