package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folding.api.data.Dataset;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoints;
import org.folding.engine.compile.ChainCompiler;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.Walker;
import org.folding.engine.testing.FuzzCase;
import org.folding.engine.testing.PointRows;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import org.folding.engine.verify.WalkVerifier;
import org.folding.engine.verify.WalkVerifiers;
import org.junit.jupiter.api.Test;

/**
 * Draws small networks and paths and holds the walks against the referee: by each tracer, and by
 * that for sparse stages with all stages sparse.
 *
 * <p>{@code -Dfolding.fuzz.seconds=3600} goes on for an hour, {@code -Dfolding.fuzz.first=N} starts
 * with case N.
 */
final class WalkFuzzTest {
  private static final double WORST_TIME = 1e-9;

  /** For a minute in continuous integration, else for some seconds. */
  @Test
  void everyTracerAgreesWithTheReferee() {
    long first = Long.getLong("folding.fuzz.first", 0);
    long seconds = Long.getLong("folding.fuzz.seconds", isContinuousIntegration() ? 60 : 5);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long seed = first;
    do {
      check(seed++);
    } while (System.nanoTime() < end);
    System.out.println("fuzzed walks: cases " + first + " to " + (seed - 1));
  }

  private static boolean isContinuousIntegration() {
    return "true".equals(System.getenv("CI"));
  }

  static void check(long seed) {
    FuzzCase drawn = FuzzCase.of(seed);
    NetworkModel model = new NetworkModel(drawn.network(), List.of());
    CountedUnits units = new CountedUnits(model.layers());
    Chain whole = ChainCompiler.compile(drawn.network(), units, map -> false);
    Chain sparse = ChainCompiler.compile(drawn.network(), units, map -> true);
    for (VerifyMode mode : VerifyMode.values()) {
      WalkVerifier verifier = new WalkVerifiers(mode, model, units, Optional.empty()).newVerifier();
      List.of(new LineTracer(whole), new BreakpointTracer(whole), new KinkTracer(whole))
          .forEach(tracer -> check(seed, drawn, walker(whole, units, tracer), verifier));
      check(seed, drawn, walker(sparse, units, new KinkTracer(sparse)), verifier);
    }
    checkTogether(seed, drawn, model, units, whole);
  }

  /** The points of all paths as rows, and lines there and back between them that are expected. */
  private static void checkTogether(
      long seed, FuzzCase drawn, NetworkModel model, CountedUnits units, Chain chain) {
    List<double[]> points =
        drawn.paths().stream()
            .flatMap(path -> path.waypoints().stream())
            .map(Waypoint::coordinates)
            .toList();
    Dataset rows = new PointRows(points);
    List<InputPath> paths = new ArrayList<>();
    for (int to = 1; to < points.size(); to++) {
      int from = to % 3 == 0 ? 1 : 0;
      paths.add(InputPath.betweenRows(from, to));
      paths.add(InputPath.betweenRows(to, from));
    }
    FuzzCase pairs = new FuzzCase(drawn.kind(), drawn.network(), paths);
    WalkVerifier verifier =
        new WalkVerifiers(VerifyMode.MIDPOINTS, model, units, Optional.of(rows)).newVerifier();
    for (Tracer tracer : List.of(new LineTracer(chain), new BreakpointTracer(chain))) {
      SegmentLengths lengths = new SegmentLengths(Optional.of(rows));
      Optional<ChainPoints> values = Optional.of(new ChainPoints(chain, rows));
      Walker walker = new ChainWalker(chain, units, values, lengths, tracer);
      walker.expect(paths);
      check(seed, pairs, walker, verifier);
    }
  }

  private static Walker walker(Chain chain, CountedUnits units, Tracer tracer) {
    SegmentLengths lengths = new SegmentLengths(Optional.empty());
    return new ChainWalker(chain, units, Optional.empty(), lengths, tracer);
  }

  private static void check(long seed, FuzzCase drawn, Walker walker, WalkVerifier verifier) {
    for (int i = 0; i < drawn.paths().size(); i++) {
      Verification found;
      try {
        found = verifier.verify(i, walker.walk(drawn.paths().get(i)));
      } catch (RuntimeException e) {
        throw new IllegalStateException("case " + seed + ", path " + i + ": " + drawn, e);
      }
      assertThat(found.isProven() && !(found.timeError() > WORST_TIME))
          .as("case %d, path %d: %s%n%s", seed, i, drawn, found)
          .isTrue();
    }
  }
}
