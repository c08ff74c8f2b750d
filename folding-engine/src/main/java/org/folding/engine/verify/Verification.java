package org.folding.engine.verify;

import java.util.Objects;
import java.util.Optional;

/**
 * What was checked, and what came out.
 *
 * @param mode how
 * @param paths how many walks were checked
 * @param regions how many regions they have
 * @param flips how many flips they have
 * @param bits how many bits of patterns were compared: counted bits times regions
 * @param resolved of these, bits too near zero for float64, which rational arithmetic decided; all
 *     of them in a rational walk
 * @param undecided what could not be decided: bits too near zero, of a network that is too large
 *     for rational arithmetic; in a rational walk steps that the walk makes at once, as float64
 *     cannot tell their times apart
 * @param differences how many bits are wrong; in a rational walk how many steps
 * @param first the first difference
 * @param timeError the largest error of a step's time; NaN where times are not compared
 */
public record Verification(
    VerifyMode mode,
    long paths,
    long regions,
    long flips,
    long bits,
    long resolved,
    long undecided,
    long differences,
    Optional<Difference> first,
    double timeError) {

  /** Checks that nothing is null. */
  public Verification {
    Objects.requireNonNull(mode, "mode is null");
    Objects.requireNonNull(first, "first is null");
  }

  /**
   * @param mode how walks are checked
   * @return the verification of no walk
   */
  public static Verification none(VerifyMode mode) {
    double error = mode == VerifyMode.RATIONAL ? 0 : Double.NaN;
    return new Verification(mode, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), error);
  }

  /**
   * @param other the verification of other walks in the same mode
   * @return the verification of all of them
   */
  public Verification plus(Verification other) {
    return new Verification(
        mode,
        paths + other.paths,
        regions + other.regions,
        flips + other.flips,
        bits + other.bits,
        resolved + other.resolved,
        undecided + other.undecided,
        differences + other.differences,
        earlier(other),
        Math.max(timeError, other.timeError));
  }

  private Optional<Difference> earlier(Verification other) {
    if (first.isEmpty() || other.first.isEmpty()) {
      return first.or(other::first);
    }
    return first.get().path() <= other.first.get().path() ? first : other.first;
  }

  /**
   * @return whether everything that was compared is right
   */
  public boolean isProven() {
    return differences == 0 && undecided == 0;
  }
}
