package org.folding.engine.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.path.PathSegments;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.rational.RationalNetwork;
import org.folding.engine.rational.RationalWalk;

/** Walks each path again in rational arithmetic and compares the walks step by step. */
final class RationalVerifier implements WalkVerifier {
  /** Flips of the truth that are nearer in time may be one step of a walk in float64. */
  private static final double NEAR = 1e-11;

  /** A step whose time is off by more is another one, though it flips the same bits. */
  private static final double FAR = 1e-6;

  private final CountedUnits units;
  private final int[] places;
  private final SegmentLengths lengths;
  private final RationalNetwork network;

  /** A step of the truth: when, and which counted bits change. */
  private record Step(double time, BitSet bits) {}

  RationalVerifier(
      CountedUnits units, int[] places, SegmentLengths lengths, RationalNetwork network) {
    this.units = units;
    this.places = places;
    this.lengths = lengths;
    this.network = network;
  }

  @Override
  public Verification verify(long path, Walk walk) {
    BitSet start = new BitSet();
    List<Step> truth = truth(walk, start);
    Comparison comparison = new Comparison(path, walk, start);
    comparison.compare(truth);
    return new Verification(
        VerifyMode.RATIONAL,
        1,
        walk.regions(),
        walk.flips(),
        (long) walk.regions() * places.length,
        (long) walk.regions() * places.length,
        comparison.merged,
        comparison.differences,
        comparison.first,
        comparison.timeError);
  }

  /**
   * The walk without rounding, counted bits alone.
   *
   * @param start receives the first pattern
   */
  private List<Step> truth(Walk walk, BitSet start) {
    List<Step> steps = new ArrayList<>();
    BitSet pattern = new BitSet();
    boolean first = true;
    for (PathSegments.Segment segment : PathSegments.of(walk.path(), lengths)) {
      RationalWalk line = network.walk(segment.from(), segment.to());
      BitSet startBits = counted(line.startBits());
      if (first) {
        start.or(startBits);
      } else {
        BitSet turned = (BitSet) pattern.clone();
        turned.xor(startBits);
        add(steps, segment.start(), turned);
      }
      first = false;
      pattern = startBits;
      for (RationalWalk.Step step : line.steps()) {
        BitSet bits = counted(step.bits());
        pattern.xor(bits);
        add(steps, segment.pathTime(step.time().doubleValue()), bits);
      }
    }
    return steps;
  }

  private static void add(List<Step> steps, double time, BitSet bits) {
    if (!bits.isEmpty()) {
      steps.add(new Step(time, bits));
    }
  }

  private BitSet counted(BitSet all) {
    BitSet bits = new BitSet();
    for (int bit = 0; bit < places.length; bit++) {
      bits.set(bit, all.get(places[bit]));
    }
    return bits;
  }

  /** A walk beside the truth. */
  private final class Comparison {
    private final long path;
    private final Walk walk;
    // The pattern of the walk where the comparison stands.
    private final BitSet pattern = new BitSet();
    private final BitSet trueStart;
    private long differences;
    private long merged;
    private double timeError;
    private Optional<Difference> first = Optional.empty();

    Comparison(long path, Walk walk, BitSet trueStart) {
      this.path = path;
      this.walk = walk;
      this.trueStart = trueStart;
      for (int bit = 0; bit < places.length; bit++) {
        pattern.set(bit, walk.startBit(bit));
      }
    }

    void compare(List<Step> truth) {
      BitSet wrong = (BitSet) pattern.clone();
      wrong.xor(trueStart);
      if (!wrong.isEmpty()) {
        differ(0, 0, wrong.nextSetBit(0));
      }
      int at = 0;
      int step = 0;
      while (step < walk.steps() || at < truth.size()) {
        double walkTime = step < walk.steps() ? walk.time(step) : Double.POSITIVE_INFINITY;
        double trueTime = at < truth.size() ? truth.get(at).time() : Double.POSITIVE_INFINITY;
        BitSet bits = step < walk.steps() ? bits(step) : new BitSet();
        int end = bits.isEmpty() ? at : matching(truth, at, bits);
        if (end > at && Math.abs(walkTime - trueTime) <= FAR) {
          timeError = Math.max(timeError, Math.abs(walkTime - trueTime));
          merged += end - at - 1;
          at = end;
          pattern.xor(bits);
          step++;
        } else if (trueTime < walkTime - NEAR) {
          int gone = matching(truth, at, new BitSet());
          if (gone > at) {
            // What is taken back before float64 could tell makes no step.
            merged += gone - at;
            at = gone;
          } else {
            differ(step, trueTime, truth.get(at++).bits().nextSetBit(0));
          }
        } else if (walkTime < trueTime - NEAR) {
          pattern.xor(bits);
          differ(++step, walkTime, bits.nextSetBit(0));
        } else {
          pattern.xor(bits);
          bits.xor(truth.get(at++).bits());
          differ(++step, walkTime, bits.nextSetBit(0));
        }
      }
    }

    private BitSet bits(int step) {
      BitSet bits = new BitSet();
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        bits.set(walk.bit(flip));
      }
      return bits;
    }

    /** The end of the true steps from one on that together are a step of the walk, or that one. */
    private int matching(List<Step> truth, int from, BitSet bits) {
      BitSet together = new BitSet();
      for (int at = from;
          at < truth.size() && truth.get(at).time() <= truth.get(from).time() + NEAR;
          at++) {
        together.xor(truth.get(at).bits());
        if (together.equals(bits)) {
          return at + 1;
        }
      }
      return from;
    }

    /** Notes that the walk has a bit wrong just after a time. */
    private void differ(int region, double time, int bit) {
      differences++;
      if (first.isEmpty()) {
        first = Optional.of(Difference.of(path, region, time, units, bit, pattern.get(bit)));
      }
    }
  }
}
