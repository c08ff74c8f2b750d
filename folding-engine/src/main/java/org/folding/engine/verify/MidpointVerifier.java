package org.folding.engine.verify;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folding.api.network.Clip;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Tensor;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.arithmetic.Float64;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.path.PathSegments;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.rational.RationalLine;
import org.folding.engine.rational.RationalNetwork;

/**
 * Evaluates the network from scratch in the middle of every region and compares all counted bits. A
 * value that is nearer to zero than its rounding error may be decides nothing: then the pattern
 * just after the midpoint is computed in rational arithmetic.
 */
final class MidpointVerifier implements WalkVerifier {
  private final Network network;
  private final CountedUnits units;
  private final int[] places;
  private final SegmentLengths lengths;
  private final Supplier<Optional<RationalNetwork>> rational;
  private final NetworkEvaluator evaluator;
  private final ErrorBounds bounds;
  private final double[] point;
  // Of all bits at the point: how far from its threshold, and how certain that is.
  private final double[] margin;
  private final double[] error;

  /**
   * @param places the place of each counted bit among all
   * @param rational gives the network in rational arithmetic, or none where it is too large; asked
   *     for when it is needed
   */
  MidpointVerifier(
      Network network,
      CountedUnits units,
      int[] places,
      int allBits,
      SegmentLengths lengths,
      Supplier<Optional<RationalNetwork>> rational) {
    this.network = network;
    this.units = units;
    this.places = places;
    this.lengths = lengths;
    this.rational = rational;
    this.evaluator = new NetworkEvaluator(network);
    this.bounds = new ErrorBounds(network);
    this.point = new double[network.inputShape().size()];
    this.margin = new double[allBits];
    this.error = new double[allBits];
  }

  @Override
  public Verification verify(long path, Walk walk) {
    List<PathSegments.Segment> segments = PathSegments.of(walk.path(), lengths);
    BitSet pattern = new BitSet();
    for (int bit = 0; bit < places.length; bit++) {
      pattern.set(bit, walk.startBit(bit));
    }
    Tally tally = new Tally(path);
    int segment = 0;
    Exact exact = new Exact(segments.get(0));
    for (int region = 0; region < walk.regions(); region++) {
      double left = region == 0 ? 0 : walk.time(region - 1);
      double right = region == walk.steps() ? 1 : walk.time(region);
      double t = left + (right - left) / 2;
      while (segment + 1 < segments.size() && t >= segments.get(segment).end()) {
        exact = new Exact(segments.get(++segment));
      }
      check(tally, region, t, exact, pattern);
      if (region < walk.steps()) {
        for (int flip = walk.firstFlip(region); flip < walk.firstFlip(region + 1); flip++) {
          pattern.flip(walk.bit(flip));
        }
      }
    }
    return new Verification(
        VerifyMode.MIDPOINTS,
        1,
        walk.regions(),
        walk.flips(),
        (long) walk.regions() * places.length,
        tally.resolved,
        tally.undecided,
        tally.differences,
        tally.first,
        Double.NaN);
  }

  private void check(Tally tally, int region, double t, Exact exact, BitSet pattern) {
    double lineTime = exact.segment.lineTime(t);
    evaluate(exact.segment, lineTime);
    exact.goTo(lineTime);
    for (int bit = 0; bit < places.length; bit++) {
      int place = places[bit];
      boolean truth = margin[place] > 0;
      // What has no error at all is constant around the point.
      if (!(Math.abs(margin[place]) > error[place]) && error[place] != 0) {
        if (rational.get().isEmpty()) {
          tally.undecided++;
          continue;
        }
        truth = exact.bit(place);
        tally.resolved++;
      }
      if (truth != pattern.get(bit)) {
        tally.differ(Difference.of(tally.path, region, t, units, bit, pattern.get(bit)));
      }
    }
  }

  private void evaluate(PathSegments.Segment segment, double lineTime) {
    double[] inputError = bounds.input();
    for (int i = 0; i < point.length; i++) {
      double from = segment.from()[i];
      double way = segment.to()[i] - from;
      double step = lineTime * way;
      point[i] = from + step;
      inputError[i] =
          way == 0
              ? 0
              : Float64.UNIT_ROUNDOFF * (4 * Math.abs(step) + 2 * Math.abs(point[i]))
                  + Double.MIN_VALUE;
    }
    double[][] values = evaluator.values(point);
    bounds.update(values);
    int bit = 0;
    for (Network.Node node : network.nodes()) {
      int operand = node.operands().get(0);
      double[] z = values[operand];
      double[] uncertainty = bounds.of(operand);
      if (node.operation() instanceof Rectifier) {
        for (int u = 0; u < z.length; u++) {
          margin[bit] = z[u];
          error[bit++] = uncertainty[u];
        }
      } else if (node.operation() instanceof Clip clip) {
        for (int u = 0; u < z.length; u++) {
          margin[bit] = z[u] - each(clip.lower(), u);
          error[bit++] = uncertainty[u];
          margin[bit] = z[u] - each(clip.upper(), u);
          error[bit++] = uncertainty[u];
        }
      }
    }
  }

  private static double each(Tensor values, int index) {
    return values.get(values.size() == 1 ? 0 : index);
  }

  /** A segment of a path in rational arithmetic, which is done where it is asked for. */
  private final class Exact {
    private final PathSegments.Segment segment;
    private Optional<RationalLine> line = Optional.empty();
    private Optional<BitSet> pattern = Optional.empty();
    private double time;

    Exact(PathSegments.Segment segment) {
      this.segment = segment;
    }

    void goTo(double lineTime) {
      time = lineTime;
      pattern = Optional.empty();
    }

    boolean bit(int place) {
      if (line.isEmpty()) {
        line = rational.get().map(network -> network.line(segment.from(), segment.to()));
      }
      if (pattern.isEmpty()) {
        line.orElseThrow().goTo(time);
        pattern = Optional.of(line.orElseThrow().pattern());
      }
      return pattern.get().get(place);
    }
  }

  /** What has come out of a path so far. */
  private static final class Tally {
    private final long path;
    private long resolved;
    private long undecided;
    private long differences;
    private Optional<Difference> first = Optional.empty();

    Tally(long path) {
      this.path = path;
    }

    void differ(Difference difference) {
      differences++;
      if (first.isEmpty()) {
        first = Optional.of(difference);
      }
    }
  }
}
