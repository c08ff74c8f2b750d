package org.folding.engine.adaptive;

/** What is known of the stretch between two neighbouring samples. */
final class Gap {
  /** A certain pair of flips that is missed counts 1; so does a distance that is. */
  private static final double MISSED = 1;

  /** What a flip counts that could make a distance greater, but in a forecast order does not. */
  private static final double CONCEIVABLE = 0.02;

  /** What each flip counts whose order among the others is not known. */
  private static final double UNORDERED = 1e-4;

  /** Above this the place of a hidden pair is worth looking at. */
  private static final double WORTH_LOOKING = 0.01;

  /** The samples at its ends. */
  final int left;

  final int right;

  /** How many times in a row looking into a gap has not halved it. */
  final int slow;

  /** Whether nothing more is to be found: proved, or improbable, or too narrow to look into. */
  boolean settled;

  /** Flips of affine levels up to this one are known exactly. */
  int exactLevel;

  /** How many counted bits differ between its ends. */
  int flips;

  /** How many pairs of flips are likely to be hidden, and where one most likely is. */
  double hidden;

  double hiddenAt;

  /** Where flips are told apart. */
  double divide;

  final Reach fromFirst = new Reach();
  final Reach fromLast = new Reach();

  /** What looking into it promises, and where to look. */
  double gain;

  double where;

  /** How far from a pattern the walk may get within the gap. */
  static final class Reach {
    /** If bits flip where their chords cross zero, and between which two flips that is. */
    int forecast;

    double forecastAt;

    /** If the flips that lead away come first. */
    int bound;

    double gain(int known) {
      return forecast > known ? MISSED : CONCEIVABLE * Math.max(0, bound - known);
    }
  }

  Gap(int left, int right, int slow) {
    this.left = left;
    this.right = right;
    this.slow = slow;
  }

  /**
   * Says what looking into the gap promises.
   *
   * @param fromFirstKnown the greatest distance from the first pattern at a sample
   * @param fromLastKnown the greatest distance from the last pattern at a sample
   */
  void weigh(int fromFirstKnown, int fromLastKnown) {
    gain =
        hidden + fromFirst.gain(fromFirstKnown) + fromLast.gain(fromLastKnown) + UNORDERED * flips;
    if (hidden < MISSED && fromFirst.forecast > fromFirstKnown) {
      where = fromFirst.forecastAt;
    } else if (hidden < MISSED && fromLast.forecast > fromLastKnown) {
      where = fromLast.forecastAt;
    } else {
      where = hidden > WORTH_LOOKING ? hiddenAt : divide;
    }
  }
}
