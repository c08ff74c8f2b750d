package org.folding.benchmarks;

import java.util.concurrent.TimeUnit;
import org.folding.api.data.Dataset;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
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

  private MeasuredLines lines;

  /** Loads the network and holds some walks against evaluations of it. */
  @Setup
  public void load() {
    Dataset images =
        DataFiles.read(
            MeasuredLines.shared().resolve("mnist/t10k-images-idx3-ubyte.gz"),
            DataOptions.DEFAULTS);
    lines = new MeasuredLines(MeasuredLines.load("models/" + network), images, rows);
  }

  /** Closes the model. */
  @TearDown
  public void close() {
    lines.close();
  }

  /**
   * Walks one line and measures it.
   *
   * @return a number that depends on all of it
   */
  @Benchmark
  public double line() {
    return lines.next();
  }
}
