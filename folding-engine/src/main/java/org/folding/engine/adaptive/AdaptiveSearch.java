package org.folding.engine.adaptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.folding.engine.path.SearchLimits;

/**
 * Finds the flips along a path with few evaluations. Used by one thread at a time.
 *
 * <p>The search starts from some points at equal distances. Between two neighbouring ones lies a
 * gap. It is settled when the order of all flips in it is known and no pair of flips is hidden in
 * it, or when it is as narrow as the resolution; see {@link GapScan}. Of the others the most
 * promising are looked into first: those in which a margin probably dips to zero and comes back,
 * and those in which the walk may get farther from its first or last pattern than at any point so
 * far, as these are what r2 and r1 depend on. Of several looks a batch is made.
 *
 * <p>The numbers depend on the curve and the limits alone.
 */
public final class AdaptiveSearch {
  /** Points that the search starts from if patterns that agree prove something. */
  private static final int FIRST_POINTS = 15;

  /** Else points at equal distances are this part of all. */
  private static final int SHARE_OF_FIRST = 4;

  /** The largest batch is this part of all evaluations, but bounded. */
  private static final int SHARE_OF_BATCH = 64;

  private static final int LARGEST_BATCH = 256;

  /** The most margins kept at a time; a path that needs more is searched in parts. */
  private static final int MOST_MARGINS = 1 << 23;

  /** The sample at which a part starts, and the one at which it ends. */
  private static final int PART_START = 0;

  private static final int PART_END = 1;

  private static final Comparator<Gap> BEST_FIRST =
      Comparator.comparingDouble((Gap gap) -> gap.gain).reversed();

  private final SearchedBits bits;
  private final SearchLimits limits;
  private final Samples samples;
  private final GapScan scan;
  private final StretchWriter writer;
  private final boolean[] first;
  private final boolean[] last;
  // For each sample the gap after it.
  private Gap[] gaps = new Gap[32];
  private final List<Gap> open = new ArrayList<>();
  private int farthestFromFirst;
  private int farthestFromLast;
  private int evaluations;

  /**
   * @param bits what is known of the bits
   * @param limits how far to go
   */
  public AdaptiveSearch(SearchedBits bits, SearchLimits limits) {
    this.bits = bits;
    this.limits = limits;
    this.samples = new Samples(bits.size());
    this.first = new boolean[bits.size()];
    this.last = new boolean[bits.size()];
    this.scan = new GapScan(bits, limits.resolution(), samples, first, last);
    this.writer = new StretchWriter(bits, limits.resolution(), samples, scan);
  }

  /**
   * Searches a path.
   *
   * @param curve the margins along it
   * @param bends times in (0, 1), rising, at which the path has a corner, or at which it is known
   *     to bend by other means: all are evaluated, and nothing is predicted across them
   * @param sink receives the walk
   * @return what it came to
   */
  public SearchOutcome search(Curve curve, double[] bends, FlipSink sink) {
    double[] start = new double[bits.size()];
    double[] end = new double[bits.size()];
    curve.margins(new double[] {0, 1}, new double[][] {start, end});
    for (int bit = 0; bit < start.length; bit++) {
      first[bit] = start[bit] > 0;
      last[bit] = end[bit] > 0;
    }
    farthestFromFirst = bits.distance(end, first);
    farthestFromLast = farthestFromFirst;
    int budget = Math.max(limits.evaluations(), 2 + bends.length) - 2;
    evaluations = 2;
    int openGaps = 0;
    int openSteps = 0;
    int parts = 1 + (int) ((long) budget * bits.size() / MOST_MARGINS);
    for (int part = 0; part < parts; part++) {
      double from = (double) part / parts;
      double to = (double) (part + 1) / parts;
      int share = (budget + 2 - evaluations) / (parts - part);
      start = searchPart(curve, new Part(from, start, to, end), bends, share);
      if (part == 0) {
        writer.writeStart(gaps[0], sink);
      }
      for (int left = 0; samples.after(left) >= 0; left = samples.after(left)) {
        Gap gap = gaps[left];
        writer.write(gap, sink);
        openGaps += gap.settled ? 0 : 1;
        openSteps += !gap.settled && gap.flips > 1 ? 1 : 0;
      }
    }
    return new SearchOutcome(evaluations, openGaps, openSteps);
  }

  /** A stretch of the path; where it ends at 1 the margins there are known. */
  private record Part(double from, double[] start, double to, double[] end) {}

  /**
   * Searches a stretch.
   *
   * @return the margins where it ends
   */
  private double[] searchPart(Curve curve, Part part, double[] bends, int budget) {
    samples.clear();
    open.clear();
    int remaining = budget - firstPoints(curve, part, bends, budget);
    for (int left = 0; samples.after(left) >= 0; left = samples.after(left)) {
      explore(left, samples.after(left), 0);
    }
    int largestBatch = Math.max(1, Math.min(LARGEST_BATCH, limits.evaluations() / SHARE_OF_BATCH));
    while (remaining > 0) {
      open.removeIf(gap -> gap.settled);
      if (open.isEmpty()) {
        break;
      }
      for (Gap gap : open) {
        gap.weigh(farthestFromFirst, farthestFromLast);
      }
      open.sort(BEST_FIRST);
      int batch = Math.min(Math.min(largestBatch, remaining), open.size());
      look(curve, batch);
      remaining -= batch;
    }
    return samples.margins(PART_END).clone();
  }

  /**
   * Takes the points that a stretch is searched from.
   *
   * @return how many evaluations that took
   */
  private int firstPoints(Curve curve, Part part, double[] bends, int budget) {
    boolean endKnown = part.to() == 1;
    double[] corners = Arrays.stream(bends).filter(t -> t > part.from() && t < part.to()).toArray();
    int free = budget - corners.length - (endKnown ? 0 : 1);
    int share = bits.allAffine() ? 0 : budget / SHARE_OF_FIRST;
    int count = Math.max(0, Math.min(free, Math.max(FIRST_POINTS, share)));
    add(part.from(), bends, -1, -1);
    add(part.to(), bends, PART_START, -1);
    System.arraycopy(part.start(), 0, samples.margins(PART_START), 0, bits.size());
    System.arraycopy(part.end(), 0, samples.margins(PART_END), 0, bits.size());
    int left = PART_START;
    int corner = 0;
    for (int i = 1; i <= count; i++) {
      double t = part.from() + (part.to() - part.from()) * i / (count + 1);
      while (corner < corners.length && corners[corner] <= t) {
        left = add(corners[corner++], bends, left, PART_END);
      }
      if (t - samples.time(left) > limits.resolution()) {
        left = add(t, bends, left, PART_END);
      }
    }
    while (corner < corners.length) {
      left = add(corners[corner++], bends, left, PART_END);
    }
    int evaluated = endKnown ? PART_END + 1 : PART_END;
    evaluate(curve, evaluated);
    return samples.size() - evaluated;
  }

  private int add(double t, double[] bends, int left, int right) {
    return samples.add(t, Arrays.binarySearch(bends, t) >= 0, left, right);
  }

  /** Evaluates all samples from one on. */
  private void evaluate(Curve curve, int from) {
    int count = samples.size() - from;
    if (count == 0) {
      return;
    }
    double[] times = new double[count];
    double[][] margins = new double[count][];
    for (int i = 0; i < count; i++) {
      times[i] = samples.time(from + i);
      margins[i] = samples.margins(from + i);
    }
    curve.margins(times, margins);
    evaluations += count;
    for (double[] row : margins) {
      farthestFromFirst = Math.max(farthestFromFirst, bits.distance(row, first));
      farthestFromLast = Math.max(farthestFromLast, bits.distance(row, last));
    }
  }

  /** Looks into the best gaps. */
  private void look(Curve curve, int batch) {
    int added = samples.size();
    for (Gap gap : open.subList(0, batch)) {
      samples.add(gap.where, false, gap.left, gap.right);
    }
    evaluate(curve, added);
    List<Gap> looked = new ArrayList<>(open.subList(0, batch));
    open.subList(0, batch).clear();
    for (int i = 0; i < batch; i++) {
      Gap gap = looked.get(i);
      int middle = added + i;
      double half = (samples.time(gap.right) - samples.time(gap.left)) / 2;
      explore(gap.left, middle, slow(gap, half, samples.time(middle) - samples.time(gap.left)));
      explore(middle, gap.right, slow(gap, half, samples.time(gap.right) - samples.time(middle)));
    }
    // Neighbours now see other slopes.
    for (int i = 0; i < batch; i++) {
      Gap gap = looked.get(i);
      if (samples.before(gap.left) >= 0) {
        rescan(samples.before(gap.left));
      }
      if (samples.after(gap.right) >= 0) {
        rescan(gap.right);
      }
    }
  }

  private static int slow(Gap parent, double half, double length) {
    return length > half ? parent.slow + 1 : 0;
  }

  private void rescan(int left) {
    if (!gaps[left].settled) {
      scan.scan(gaps[left]);
    }
  }

  private void explore(int left, int right, int slow) {
    Gap gap = new Gap(left, right, slow);
    if (left >= gaps.length) {
      gaps = Arrays.copyOf(gaps, Math.max(left + 1, 2 * gaps.length));
    }
    gaps[left] = gap;
    scan.scan(gap);
    if (!gap.settled) {
      open.add(gap);
    }
  }
}
