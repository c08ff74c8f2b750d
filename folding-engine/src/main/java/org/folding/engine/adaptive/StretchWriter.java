package org.folding.engine.adaptive;

/** Tells the flips between samples to a sink. */
final class StretchWriter {
  private final SearchedBits bits;
  private final double resolution;
  private final Samples samples;
  private final GapScan scan;
  private final Roots flips = new Roots();

  StretchWriter(SearchedBits bits, double resolution, Samples samples, GapScan scan) {
    this.bits = bits;
    this.resolution = resolution;
    this.samples = samples;
    this.scan = scan;
  }

  /** Tells the pattern with which the path sets out: the one just after t = 0. */
  void writeStart(Gap gap, FlipSink sink) {
    double[] from = samples.margins(gap.left);
    double[] to = samples.margins(gap.right);
    for (int bit = 0; bit < from.length; bit++) {
      if (bits.isCounted(bit)) {
        boolean flips = (from[bit] > 0) != (to[bit] > 0);
        boolean atOnce = flips && time(gap, bit, from[bit], to[bit]) == 0;
        sink.start(bits.counted(bit), (from[bit] > 0) != atOnce);
      }
    }
  }

  /** Tells the flips in a gap; those of one step get one time. */
  void write(Gap gap, FlipSink sink) {
    flips.clear();
    double[] from = samples.margins(gap.left);
    double[] to = samples.margins(gap.right);
    for (int bit = 0; bit < from.length; bit++) {
      if (bits.isCounted(bit) && (from[bit] > 0) != (to[bit] > 0)) {
        double t = time(gap, bit, from[bit], to[bit]);
        // What flips at the very start or end has no pattern before or after.
        if (t > 0 && t < Double.POSITIVE_INFINITY) {
          flips.add(t, bits.counted(bit));
        }
      }
    }
    flips.sort();
    double time = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < flips.size(); i++) {
      if (flips.time(i) - time > resolution) {
        time = flips.time(i);
      }
      sink.flip(time, flips.bit(i));
    }
  }

  /**
   * When a bit flips: exactly, if that is known; where the chord crosses zero, if its flip is the
   * only one; else at the end of the gap, with all others whose order is not known. Infinity for a
   * flip at t = 1 itself.
   */
  private double time(Gap gap, int bit, double from, double to) {
    double start = samples.time(gap.left);
    double end = samples.time(gap.right);
    double t = GapScan.crossing(start, from, end, to);
    boolean exact = scan.isExact(bit, gap);
    if (exact && t - start <= resolution) {
      return start;
    }
    if (exact && end - t <= resolution) {
      return end == 1 ? Double.POSITIVE_INFINITY : end;
    }
    return gap.settled && end - start > resolution ? t : end;
  }
}
