package org.folding.onnx;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;
import org.folding.onnx.RuntimeSession.Output;

/**
 * The pre-activations of a graph's units, as ONNX Runtime computes them. May be used by several
 * threads at a time.
 *
 * <p>How sums are rounded may depend on how many inputs are evaluated at a time, and so may the
 * sign of a pre-activation near its threshold. So an input with such a pre-activation is evaluated
 * again, alone: its pattern is always the one that it has alone. Near is what lies within a
 * multiple of the rounding error, and of the greatest difference that was seen between inputs alone
 * and in a batch.
 */
final class UnitSampler implements AutoCloseable {
  private static final int MOST_ROWS = 512;
  private static final int TRIED_ROWS = 8;
  private static final int BYTES_PER_VALUE = 32;
  private static final double NEAR_ROUNDOFFS = 512;
  private static final double NEAR_DIFFERENCES = 8;

  private final RuntimeSession session;
  private final List<UnitSite> sites;
  private final long[] dims;
  private final int width;
  // The extent of the batch axis if it is fixed, else 0.
  private final int fixedRows;
  private final Output[] first;
  private int batchSize = 1;
  private double near;

  private UnitSampler(
      RuntimeSession session, LoadedGraph graph, List<UnitSite> sites, int width, int fixedRows)
      throws OrtException {
    this.session = session;
    this.sites = sites;
    this.dims = Arrays.stream(graph.structure().input().dims()).asLongStream().toArray();
    this.width = width;
    this.fixedRows = fixedRows;
    this.first = alone(new BatchTrial(width, 1).firstPoint(), 1);
  }

  /**
   * @param graph a graph that was read
   * @param sites the units wanted, at least one
   * @param provider what computes
   * @param memory about how many bytes a batch may take
   * @throws OrtException if ONNX Runtime cannot evaluate the graph
   */
  static UnitSampler open(
      LoadedGraph graph, List<UnitSite> sites, ExecutionProvider provider, long memory)
      throws OrtException {
    BatchAxis batch = graph.batch();
    if (batch.isFixed()) {
      try {
        UnitSampler lifted = open(graph, sites, provider, true);
        if (lifted.tryBatches(graph, memory)) {
          return lifted;
        }
        lifted.close();
      } catch (OrtException | IllegalArgumentException e) {
        // Its extent stands elsewhere in the graph too.
      }
    }
    UnitSampler sampler = open(graph, sites, provider, false);
    if (batch.present() && !sampler.tryBatches(graph, memory) && sampler.fixedRows > 1) {
      sampler.close();
      throw graph
          .file()
          .location()
          .refuse(
              "the model mixes the inputs of its fixed batch of "
                  + batch.rows()
                  + ", so no single input has a pattern: export it after model.eval() and with a batch"
                  + " of 1");
    }
    return sampler;
  }

  private static UnitSampler open(
      LoadedGraph graph, List<UnitSite> sites, ExecutionProvider provider, boolean lifted)
      throws OrtException {
    List<String> tensors = sites.stream().map(UnitSite::tensor).toList();
    BatchAxis batch = graph.batch();
    int fixed = batch.isFixed() && !lifted ? batch.rows() : 0;
    GraphInput input = graph.structure().input();
    int width = input.shape(batch).size();
    byte[] model = RewrittenModel.bytes(graph, tensors, lifted);
    RuntimeSession session = RuntimeSession.open(model, input, provider);
    try {
      return new UnitSampler(session, graph, sites, width, fixed);
    } catch (OrtException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Sets the size of batches; false if the inputs of a batch cannot be told apart. */
  private boolean tryBatches(LoadedGraph graph, long memory) {
    double roundoff = RuntimeCheck.roundoff(graph);
    long values = width;
    for (int k = 0; k < first.length; k++) {
      values += (long) units(k) * sites.get(k).thresholds().length;
    }
    long affordable = Math.max(1, memory / (BYTES_PER_VALUE * values));
    int rows = fixedRows > 0 ? fixedRows : (int) Math.min(MOST_ROWS, affordable);
    int tried = fixedRows > 0 ? fixedRows : Math.min(TRIED_ROWS, rows);
    if (tried == 1) {
      return true;
    }
    try {
      OptionalDouble difference =
          new BatchTrial(width, tried).difference(this::alone, this::together);
      if (difference.isEmpty()) {
        return false;
      }
      batchSize = rows;
      near = Math.max(NEAR_ROUNDOFFS * roundoff, NEAR_DIFFERENCES * difference.getAsDouble());
      return true;
    } catch (OrtException | IllegalArgumentException e) {
      return false;
    }
  }

  /** How many units a layer has. */
  int units(int layer) {
    return first[layer].values().length;
  }

  /** The extents of a layer, without the batch axis. */
  int[] shape(int layer) {
    long[] extents = first[layer].dims();
    boolean batched = extents.length > 0 && extents[0] == Math.max(1, fixedRows);
    long[] own = batched ? Arrays.copyOfRange(extents, 1, extents.length) : extents;
    long size = Arrays.stream(own).reduce(1, Math::multiplyExact);
    return size == units(layer)
        ? Arrays.stream(own).mapToInt(Math::toIntExact).toArray()
        : new int[] {units(layer)};
  }

  int batchSize() {
    return batchSize;
  }

  /** As in {@link org.folding.api.model.Evaluator#margins}. */
  void margins(double[] points, int rows, double[] margins) {
    int bits = margins(first, 0, null, 0);
    for (int row = 0; row < rows; row += batchSize) {
      int batch = Math.min(batchSize, rows - row);
      try {
        Output[] outputs =
            together(Arrays.copyOfRange(points, row * width, (row + batch) * width), batch);
        for (int r = 0; r < batch; r++) {
          int offset = (row + r) * bits;
          margins(outputs, r, margins, offset);
          if (batch > 1 && isNear(outputs, r)) {
            int from = (row + r) * width;
            margins(alone(Arrays.copyOfRange(points, from, from + width), 1), 0, margins, offset);
          }
        }
      } catch (OrtException e) {
        throw new FoldingException("ONNX Runtime failed: " + e.getMessage(), e);
      }
    }
  }

  /** Writes the margins of one input, and returns how many these are. */
  private int margins(Output[] outputs, int row, double[] margins, int offset) {
    int next = offset;
    for (int k = 0; k < outputs.length; k++) {
      int units = units(k);
      double[] thresholds = sites.get(k).thresholds();
      if (margins == null) {
        next += units * thresholds.length;
        continue;
      }
      for (int u = 0; u < units; u++) {
        double z = outputs[k].values()[row * units + u];
        if (!Double.isFinite(z)) {
          throw new InvalidInputException(
              "the values of layer '" + sites.get(k).name() + "' overflow at an input of the run");
        }
        for (double threshold : thresholds) {
          margins[next++] = z - threshold;
        }
      }
    }
    return next - offset;
  }

  private boolean isNear(Output[] outputs, int row) {
    for (int k = 0; k < outputs.length; k++) {
      double[] values = outputs[k].values();
      int units = units(k);
      double largest = 0;
      for (int i = row * units; i < (row + 1) * units; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      for (double threshold : sites.get(k).thresholds()) {
        double tolerance = near * Math.max(largest, Math.abs(threshold));
        for (int i = row * units; i < (row + 1) * units; i++) {
          if (Math.abs(values[i] - threshold) <= tolerance) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Evaluates one input by itself, in a fixed batch as all inputs of it. */
  private Output[] alone(double[] point, int rows) throws OrtException {
    if (fixedRows <= 1) {
      return run(point, rows);
    }
    double[] copies = new double[fixedRows * width];
    for (int i = 0; i < fixedRows; i++) {
      System.arraycopy(point, 0, copies, i * width, width);
    }
    Output[] outputs = run(copies, fixedRows);
    for (int k = 0; k < outputs.length; k++) {
      double[] values = outputs[k].values();
      outputs[k] = new Output(outputs[k].dims(), Arrays.copyOf(values, values.length / fixedRows));
    }
    return outputs;
  }

  /** Evaluates several inputs; those that lack to a fixed batch are zero. */
  private Output[] together(double[] points, int rows) throws OrtException {
    return fixedRows <= rows
        ? run(points, rows)
        : run(Arrays.copyOf(points, fixedRows * width), fixedRows);
  }

  private Output[] run(double[] points, int rows) throws OrtException {
    long[] extents = dims.clone();
    if (width * (long) rows != size(extents)) {
      extents[0] = rows;
    }
    return session.run(extents, points, points.length);
  }

  private static long size(long[] extents) {
    return Arrays.stream(extents).reduce(1, (a, b) -> a * b);
  }

  @Override
  public void close() {
    session.close();
  }
}
