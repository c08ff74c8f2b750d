package org.folding.core.study;

import java.util.OptionalDouble;
import org.folding.core.cantornet.CantorNet.Representation;

/**
 * The folding of one CantorNet along the line of the study.
 *
 * @param representation A, B or C
 * @param recursions the depth k of the construction
 * @param hiddenUnits how many units its hidden layers have
 * @param allUnits how many units it has, read-out and projections included
 * @param exact the exact walk, hidden units counted
 * @param exactAll the exact walk, all units counted
 * @param sampledAll the walk through 11 points, all units counted, as in the paper
 */
public record CantorNetResult(
    Representation representation,
    int recursions,
    int hiddenUnits,
    int allUnits,
    WalkFigures exact,
    WalkFigures exactAll,
    WalkFigures sampledAll) {

  /**
   * @return 1 − k/(2^k − 1), which is χ of the exact walk of representation A with its hidden units
   *     counted; empty for B and C
   */
  public OptionalDouble closedForm() {
    return representation == Representation.A
        ? OptionalDouble.of(1 - recursions / (Math.pow(2, recursions) - 1))
        : OptionalDouble.empty();
  }

  /**
   * @return the name of the model
   */
  public String name() {
    return "cantornet:" + representation + "/" + recursions;
  }

  /**
   * What was measured on a walk.
   *
   * @param regions the number of patterns
   * @param range r1
   * @param total r2
   * @param folding χ
   */
  public record WalkFigures(int regions, int range, int total, double folding) {
    static WalkFigures of(FoldingCurve curve) {
      return new WalkFigures(curve.regions(), curve.range(), curve.total(), curve.folding());
    }
  }
}
