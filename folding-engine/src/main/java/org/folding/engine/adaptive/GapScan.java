package org.folding.engine.adaptive;

/**
 * Looks at the margins at both ends of a gap, and at those of its neighbours, for what may happen
 * in it.
 *
 * <p>In the affine levels this is proof. In the lowest level whose bits do not all agree at both
 * ends, margins are affine, as no bit of a lower level flips: where its bits flip is known by one
 * division, and that no other does. A flip within the resolution of an end belongs to the end; if
 * all do, the same holds for the level above. Otherwise the next level bends at those flips, so
 * they are where to look.
 */
final class GapScan {
  /** So improbable a pair of flips is not looked for. */
  private static final double NEGLIGIBLE = 1e-6;

  /** After so many looks that did not halve a gap it is halved. */
  private static final int PATIENCE = 3;

  private final SearchedBits bits;
  private final double resolution;
  private final Samples samples;
  private final boolean[] first;
  private final boolean[] last;
  private final DipForecast dip = new DipForecast();
  // Where chords cross zero, and those of them that looking at is for.
  private final Roots crossings = new Roots();
  private final Roots targets = new Roots();

  /**
   * @param first the first pattern of the path, filled by others
   * @param last the last pattern of the path, filled by others
   */
  GapScan(SearchedBits bits, double resolution, Samples samples, boolean[] first, boolean[] last) {
    this.bits = bits;
    this.resolution = resolution;
    this.samples = samples;
    this.first = first;
    this.last = last;
  }

  /** Finds out all about a gap but its gain. */
  void scan(Gap gap) {
    double start = samples.time(gap.left);
    double end = samples.time(gap.right);
    boolean ordered = findCrossings(gap, start, end);
    boolean exact = targets.size() == 0;
    gap.settled = end - start <= resolution || (exact && bits.allAffine());
    if (gap.settled) {
      return;
    }
    forecastDips(gap, start, end);
    gap.settled = exact && ordered && gap.hidden < NEGLIGIBLE;
    if (gap.settled) {
      return;
    }
    gap.divide = exact ? widestSpace(gap, start, end) : targets.time(targets.size() / 2);
    reach(gap.left, first, gap.fromFirst);
    reach(gap.left, last, gap.fromLast);
    gap.hiddenAt = target(gap.hiddenAt, start, end);
    gap.divide = target(gap.divide, start, end);
    gap.fromFirst.forecastAt = target(gap.fromFirst.forecastAt, start, end);
    gap.fromLast.forecastAt = target(gap.fromLast.forecastAt, start, end);
  }

  /**
   * Collects the flips within the gap, and those of the lowest level at which the network bends.
   *
   * @return whether, if no pair of flips is hidden, the order of all flips is known
   */
  private boolean findCrossings(Gap gap, double start, double end) {
    crossings.clear();
    targets.clear();
    gap.flips = 0;
    gap.exactLevel = Integer.MAX_VALUE;
    double[] from = samples.margins(gap.left);
    double[] to = samples.margins(gap.right);
    boolean allExact = true;
    int inside = 0;
    for (int bit = 0; bit < from.length; bit++) {
      if ((from[bit] > 0) == (to[bit] > 0)) {
        continue;
      }
      gap.flips += bits.isCounted(bit) ? 1 : 0;
      double t = crossing(start, from[bit], end, to[bit]);
      boolean exact = isExact(bit, gap);
      boolean atEnd = exact && (t - start <= resolution || end - t <= resolution);
      if (exact && !atEnd && bits.bends(bit)) {
        gap.exactLevel = bits.level(bit);
        targets.add(t, bit);
      }
      allExact &= exact;
      inside += atEnd ? 0 : 1;
      crossings.add(t, bit);
    }
    crossings.sort();
    targets.sort();
    return allExact || inside <= 1;
  }

  /** Whether a bit's margin is affine in the gap, as far as levels up to its own are known. */
  boolean isExact(int bit, Gap gap) {
    return bits.isAffine(bit) && bits.level(bit) <= gap.exactLevel;
  }

  /** Where the chord crosses zero. */
  static double crossing(double start, double from, double end, double to) {
    double t = start + (end - start) * (from / (from - to));
    return Math.min(end, Math.max(start, t));
  }

  private void forecastDips(Gap gap, double start, double end) {
    double[] from = samples.margins(gap.left);
    double[] to = samples.margins(gap.right);
    double length = end - start;
    int before = samples.bends(gap.left) ? -1 : samples.before(gap.left);
    int after = samples.bends(gap.right) ? -1 : samples.after(gap.right);
    double[] earlier = before < 0 ? from : samples.margins(before);
    double[] later = after < 0 ? to : samples.margins(after);
    double ratioBefore = before < 0 ? 0 : length / (start - samples.time(before));
    double ratioAfter = after < 0 ? 0 : length / (samples.time(after) - end);
    double shareBefore = before < 0 ? 0.5 : ratioBefore / (1 + ratioBefore);
    double shareAfter = after < 0 ? 0.5 : ratioAfter / (1 + ratioAfter);
    gap.hidden = 0;
    gap.hiddenAt = (start + end) / 2;
    double likeliest = 0;
    for (int bit = 0; bit < from.length; bit++) {
      boolean positive = from[bit] > 0;
      if (positive != (to[bit] > 0) || isExact(bit, gap)) {
        continue;
      }
      double sign = positive ? 1 : -1;
      double rise = sign * (to[bit] - from[bit]);
      double turnBefore = rise - sign * ratioBefore * (from[bit] - earlier[bit]);
      double turnAfter = sign * ratioAfter * (later[bit] - to[bit]) - rise;
      if (before < 0) {
        turnBefore = after < 0 ? Math.abs(rise) : turnAfter;
      }
      if (after < 0) {
        turnAfter = turnBefore;
      }
      double chance =
          dip.chance(
              sign * from[bit], sign * to[bit], turnBefore, turnAfter, shareBefore, shareAfter);
      gap.hidden += chance;
      if (chance > likeliest) {
        likeliest = chance;
        gap.hiddenAt = start + dip.place() * length;
      }
    }
  }

  /** In the middle between the two neighbouring crossings that are farthest apart. */
  private double widestSpace(Gap gap, double start, double end) {
    if (gap.slow >= PATIENCE || crossings.size() < 2) {
      return (start + end) / 2;
    }
    int widest = 1;
    for (int i = 2; i < crossings.size(); i++) {
      if (crossings.time(i) - crossings.time(i - 1)
          > crossings.time(widest) - crossings.time(widest - 1)) {
        widest = i;
      }
    }
    return (crossings.time(widest - 1) + crossings.time(widest)) / 2;
  }

  /** How far from a pattern the walk gets, if bits flip where chords cross zero. */
  private void reach(int left, boolean[] pattern, Gap.Reach reach) {
    double[] margins = samples.margins(left);
    int distance = bits.distance(margins, pattern);
    reach.forecast = distance;
    reach.bound = distance;
    reach.forecastAt = samples.time(left);
    for (int i = 0; i < crossings.size(); i++) {
      int bit = crossings.bit(i);
      if (!bits.isCounted(bit)) {
        continue;
      }
      boolean away = (margins[bit] > 0) == pattern[bit];
      distance += away ? 1 : -1;
      reach.bound += away ? 1 : 0;
      if (distance > reach.forecast && i + 1 < crossings.size()) {
        reach.forecast = distance;
        reach.forecastAt = (crossings.time(i) + crossings.time(i + 1)) / 2;
      }
    }
  }

  /** The next place where the network bends, or the place itself; not too near an end. */
  private double target(double place, double start, double end) {
    double nearest = place;
    if (targets.size() > 0) {
      nearest = targets.time(0);
      for (int i = 1; i < targets.size(); i++) {
        if (Math.abs(targets.time(i) - place) < Math.abs(nearest - place)) {
          nearest = targets.time(i);
        }
      }
    }
    return Math.max(start + resolution / 2, Math.min(end - resolution / 2, nearest));
  }
}
