package org.folding.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.metric.Metric;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
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
 * Whole exact walks between images, in lines a second. A line gives r1 both ways, r2, the number of
 * regions, defect and excess. Models and data are read from the folder that the system property
 * {@code folding.shared} names: {@code models/NAME.onnx} and {@code
 * mnist/t10k-images-idx3-ubyte.gz}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class WalkBenchmark {

  /** The network. */
  @Param({"mnist-2x30", "mnist-5x120"})
  public String network;

  /** How many images the lines run between. */
  @Param("300")
  public int rows;

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
            .load(new ModelSource("models/" + network + ".onnx", shared));
    Dataset images =
        DataFiles.read(shared.resolve("mnist/t10k-images-idx3-ubyte.gz"), DataOptions.DEFAULTS);
    WalkerFactory factory =
        new WalkerFactory(
            model, Optional.of(images), WalkSettings.exact(WalkSettings.Count.HIDDEN));
    walker = factory.newWalker();
    range = new RangeMetric(factory.units(), false);
    defect = new ConvexityDefectMetric(factory.units());
    WalkVerifier verifier =
        new WalkVerifiers(VerifyMode.MIDPOINTS, model, factory.units(), Optional.of(images))
            .newVerifier();
    for (int row : List.of(1, 2, 3)) {
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
    if (++to == rows) {
      from = from + 2 < rows ? from + 1 : 0;
      to = from + 1;
    }
    Walk walk = walker.walk(InputPath.betweenRows(from, to));
    range.measure(walk, numbers, 0);
    defect.measure(walk, numbers, 5);
    return numbers[0] + numbers[3] + numbers[5] + walk.regions();
  }
}
