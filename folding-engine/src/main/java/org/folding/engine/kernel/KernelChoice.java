package org.folding.engine.kernel;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Chooses the kernels of this JVM, once: those on the Vector API where the JVM compiles them to
 * vector instructions, else those in plain Java. Where it does not, each operation on a vector
 * makes objects and is a hundred times slower than plain Java, so it is declined by what the JVM
 * says of itself, as Apache Lucene does (apache/lucene#12765 measured it on OpenJ9).
 */
public final class KernelChoice {
  /** What {@code folding.kernels} must be for the kernels in plain Java. */
  private static final String PLAIN = "plain";

  private static final String MODULE = "jdk.incubator.vector";

  private static final KernelChoice CHOSEN = choose();

  private final LineKernels lines;
  private final CellKernels cells;
  private final PointKernels points;
  private final int bits;
  private final Optional<String> obstacle;

  private KernelChoice(LineKernels lines, CellKernels cells, PointKernels points, int bits) {
    this.lines = lines;
    this.cells = cells;
    this.points = points;
    this.bits = bits;
    this.obstacle = Optional.empty();
  }

  private KernelChoice(String obstacle) {
    this.lines = new PlainKernels();
    this.cells = new PlainCellKernels();
    this.points = new PlainPointKernels();
    this.bits = 0;
    this.obstacle = Optional.of(obstacle);
  }

  static LineKernels lines() {
    return CHOSEN.lines;
  }

  static CellKernels cells() {
    return CHOSEN.cells;
  }

  static PointKernels points() {
    return CHOSEN.points;
  }

  /** The width of the vectors in bits; 0 for the kernels in plain Java. */
  public static int bits() {
    return CHOSEN.bits;
  }

  /** Why the kernels in plain Java run; empty where those on the Vector API do. */
  public static Optional<String> obstacle() {
    return CHOSEN.obstacle;
  }

  private static KernelChoice choose() {
    Optional<String> obstacle = obstacle(System::getProperty);
    if (obstacle.isPresent()) {
      return new KernelChoice(obstacle.get());
    }
    if (!readsVectors()) {
      return new KernelChoice("the JVM was started without --add-modules " + MODULE);
    }
    try {
      LineKernels lines = make(LineKernels.class, "VectorKernels");
      return new KernelChoice(
          lines,
          make(CellKernels.class, "VectorCellKernels"),
          make(PointKernels.class, "VectorPointKernels"),
          lines.bits());
    } catch (VectorsTooShortException e) {
      return new KernelChoice(e.obstacle());
    } catch (ReflectiveOperationException | LinkageError e) {
      // The API incubates: a newer JDK may have changed it.
      return new KernelChoice("the Vector API of this JDK is another one: " + e);
    }
  }

  /**
   * What this JVM says of itself that speaks against vectors.
   *
   * @param properties the system properties
   */
  static Optional<String> obstacle(UnaryOperator<String> properties) {
    if (PLAIN.equals(properties.apply("folding.kernels"))) {
      return Optional.of("-Dfolding.kernels=plain was given");
    }
    String name = text(properties, "java.vm.name");
    String version = text(properties, "java.vm.version");
    String info = text(properties, "java.vm.info");
    if (!name.contains("openjdk") && !name.contains("hotspot")) {
      return Optional.of(
          "the JVM is "
              + properties.apply("java.vm.name")
              + ", and only HotSpot's C2 compiles the Vector API to vector instructions");
    }
    if (version.contains("jvmci")) {
      return Optional.of(
          "the JVM compiles with Graal, and only C2 compiles the Vector API to vector instructions");
    }
    if (info.contains("interpreted mode")) {
      return Optional.of("the JVM interprets all code (-Xint)");
    }
    if (info.contains("emulated-client")) {
      return Optional.of("the JVM compiles without C2 (-XX:TieredStopAtLevel)");
    }
    return Optional.empty();
  }

  private static String text(UnaryOperator<String> properties, String key) {
    String value = properties.apply(key);
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  /**
   * Lets the engine read the module of the Vector API, which nobody may require while it incubates.
   */
  private static boolean readsVectors() {
    Module own = KernelChoice.class.getModule();
    ModuleLayer layer = own.getLayer() == null ? ModuleLayer.boot() : own.getLayer();
    Optional<Module> vectors = layer.findModule(MODULE);
    vectors.ifPresent(own::addReads);
    return vectors.isPresent();
  }

  private static <T> T make(Class<T> type, String name) throws ReflectiveOperationException {
    try {
      return Class.forName(KernelChoice.class.getPackageName() + "." + name)
          .asSubclass(type)
          .getDeclaredConstructor()
          .newInstance();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof VectorsTooShortException shorter) {
        throw shorter;
      }
      throw e;
    }
  }
}
