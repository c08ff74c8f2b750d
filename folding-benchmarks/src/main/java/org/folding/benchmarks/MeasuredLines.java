package org.folding.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.metric.Metric;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.path.Walker;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import org.folding.engine.verify.WalkVerifier;
import org.folding.engine.verify.WalkVerifiers;
import org.folding.metrics.ConvexityDefectMetric;
import org.folding.metrics.RangeMetric;
import org.folding.onnx.OnnxPlugin;

/**
 * The lines between all pairs of rows, one after the other, each walked exactly and measured: r1
 * both ways, r2, the number of regions, defect and excess.
 */
final class MeasuredLines implements AutoCloseable {
  /** How many paths the walker is told in advance. */
  private static final int AHEAD = 32;

  private final Model model;
  private final int rows;
  private final Walker walker;
  private final Metric range;
  private final Metric defect;
  private final double[] numbers = new double[8];
  private final List<InputPath> ahead = new ArrayList<>();
  private int next;
  private int from;
  private int to;

  /**
   * Holds some walks against evaluations of the network before anything is timed.
   *
   * @param model closed with this
   */
  MeasuredLines(Model model, Dataset data, int rows) {
    this.model = model;
    this.rows = rows;
    WalkerFactory factory =
        new WalkerFactory(model, Optional.of(data), WalkSettings.exact(WalkSettings.Count.HIDDEN));
    walker = factory.newWalker();
    range = new RangeMetric(factory.units(), false);
    defect = new ConvexityDefectMetric(factory.units());
    WalkVerifier verifier =
        new WalkVerifiers(VerifyMode.MIDPOINTS, model, factory.units(), Optional.of(data))
            .newVerifier();
    for (int row = 1; row < 4; row++) {
      Verification found = verifier.verify(row, walker.walk(InputPath.betweenRows(0, row)));
      if (!found.isProven()) {
        throw new IllegalStateException(found.toString());
      }
    }
  }

  /** The folder with models and data, which the system property {@code folding.shared} names. */
  static Path shared() {
    return Path.of(System.getProperty("folding.shared", "../shared"));
  }

  /**
   * @param name the file's path below {@link #shared}, without its ending
   */
  static Model load(String name) {
    ModelLoaderFactory loader = new OnnxPlugin().modelLoaders().get(0);
    return loader
        .create(Options.of("model.onnx.", loader.options(), Map.of(), shared()))
        .load(new ModelSource(name + ".onnx", shared()));
  }

  /** Walks the next line and measures it; returns a number that depends on all of it. */
  double next() {
    if (next == ahead.size()) {
      lookAhead();
    }
    Walk walk = walker.walk(ahead.get(next++));
    range.measure(walk, numbers, 0);
    defect.measure(walk, numbers, 5);
    return numbers[0] + numbers[3] + numbers[5] + walk.regions();
  }

  /** As a run does. */
  private void lookAhead() {
    ahead.clear();
    next = 0;
    for (int k = 0; k < AHEAD; k++) {
      if (++to == rows) {
        from = from + 2 < rows ? from + 1 : 0;
        to = from + 1;
      }
      ahead.add(InputPath.betweenRows(from, to));
    }
    walker.expect(ahead);
  }

  @Override
  public void close() {
    walker.close();
    model.close();
  }
}
