/**
 * Walks through piecewise-linear networks, their proofs, and linear regions on planes.
 *
 * <p>A program starts at {@link org.folding.engine.WalkerFactory}. Vector instructions are used
 * where the JVM runs with {@code --add-modules jdk.incubator.vector}. That module is not required
 * here because it incubates: {@code --release 17} does not know it.
 */
// Commons Math 3.6.1 declares no module name. Java derives commons.math3 from the name of its JAR,
// so the JAR must keep that name on a module path. A step of a RationalWalk has a BigFraction for
// its time, therefore whoever requires the engine reads Commons Math, too.
@SuppressWarnings("requires-transitive-automatic")
module org.folding.engine {
  requires static org.jspecify;
  requires transitive org.folding.api;
  requires transitive commons.math3;

  exports org.folding.engine;
  exports org.folding.engine.network;
  exports org.folding.engine.path;
  exports org.folding.engine.plane;
  exports org.folding.engine.rational;
  exports org.folding.engine.text;
  exports org.folding.engine.verify;
}
