package org.folding.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.core.verify.Verification;
import org.folding.core.verify.VerifyMode;
import org.folding.core.verify.WalkVerifier;
import org.folding.core.verify.WalkVerifiers;
import org.folding.core.walk.WalkSettings;
import org.folding.core.walk.Walker;
import org.folding.core.walk.WalkerFactory;
import org.folding.metrics.ConvexityDefectMetric;
import org.folding.metrics.RangeMetric;
import org.folding.onnx.OnnxPlugin;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole exact walks of convolutional networks between random images, in lines a second, as {@link
 * WalkBenchmark} counts them. Models are read from {@code vnncomp/NAME.onnx} in the folder that the
 * system property {@code folding.shared} names.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ConvolutionBenchmark {
  private static final int ROWS = 60;

  /** The network. */
  @Param("cifar_base_kw")
  public String network;

  /** What the images are: {@code smooth} or {@code noise}. */
  @Param({"smooth", "noise"})
  public String images;

  private Model model;
  private Walker walker;
  private Metric range;
  private Metric defect;
  private final double[] numbers = new double[8];
  private int from;
  private int to;

  /** Loads the network and compares some walks with evaluations of the network. */
  @Setup
  public void load() {
    Path shared = Path.of(System.getProperty("folding.shared", "../shared"));
    ModelLoaderFactory loader = new OnnxPlugin().modelLoaders().get(0);
    model =
        loader
            .create(Options.of("model.onnx.", loader.options(), Map.of(), shared))
            .load(new ModelSource("vnncomp/" + network + ".onnx", shared));
    RandomImages data = new RandomImages(model.inputShape(), ROWS, images.equals("smooth"), 7);
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
    from = 0;
    to = 0;
  }

  /** Closes the model. */
  @TearDown
  public void close() {
    walker.close();
    model.close();
  }

  /**
   * Walks one line and measures it.
   *
   * @return a number that depends on all of it
   */
  @Benchmark
  public double line() {
    if (++to == ROWS) {
      from = from + 2 < ROWS ? from + 1 : 0;
      to = from + 1;
    }
    Walk walk = walker.walk(InputPath.betweenRows(from, to));
    range.measure(walk, numbers, 0);
    defect.measure(walk, numbers, 5);
    return numbers[0] + numbers[3] + numbers[5] + walk.regions();
  }
}
