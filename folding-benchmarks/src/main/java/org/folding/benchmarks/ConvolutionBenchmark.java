package org.folding.benchmarks;

import java.util.concurrent.TimeUnit;
import org.folding.api.model.Model;
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

  private MeasuredLines lines;

  /** Loads the network and holds some walks against evaluations of it. */
  @Setup
  public void load() {
    Model model = MeasuredLines.load("vnncomp/" + network);
    RandomImages data = new RandomImages(model.inputShape(), ROWS, images.equals("smooth"), 7);
    lines = new MeasuredLines(model, data, ROWS);
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
