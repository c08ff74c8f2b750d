package org.folding.engine.plane;

import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;
import org.folding.api.InvalidInputException;
import org.folding.engine.arithmetic.Float64;

/**
 * A plane through an input space, with coordinates (u, v): the point (u, v) is origin + u · first +
 * v · second. The axes are orthonormal, so distances in the plane are distances between inputs.
 */
public final class Plane {
  private final double[] origin;
  private final double[] first;
  private final double[] second;

  private Plane(double[] origin, double[] first, double[] second) {
    this.origin = origin;
    this.first = first;
    this.second = second;
  }

  /**
   * The plane of an input space of two values, whose coordinates are these values.
   *
   * @return the plane
   */
  public static Plane ofTwoInputs() {
    return new Plane(new double[2], new double[] {1, 0}, new double[] {0, 1});
  }

  /**
   * The plane through three points: a is its origin and b lies on the first axis.
   *
   * @param a a point
   * @param b a point as wide
   * @param c a point as wide
   * @return the plane
   * @throws InvalidInputException if the points lie on one line
   */
  public static Plane through(double[] a, double[] b, double[] c) {
    return along(
        a,
        MathArrays.ebeSubtract(b, a),
        MathArrays.ebeSubtract(c, a),
        norm(a) + norm(b) + norm(c),
        "the three points lie on one line and span no plane; choose others");
  }

  /**
   * The plane through a point along two directions. The first axis is the first direction, the
   * second is what of the second direction is at right angles to it; both get length 1.
   *
   * @param origin the point
   * @param direction a direction as wide
   * @param other a direction as wide
   * @return the plane
   * @throws InvalidInputException if the directions are parallel, or one of them is zero
   */
  public static Plane along(double[] origin, double[] direction, double[] other) {
    return along(
        origin,
        direction,
        other,
        norm(direction) + norm(other),
        "the two directions are parallel and span no plane; choose others");
  }

  /**
   * @param scale the magnitudes that the directions were computed from
   */
  private static Plane along(
      double[] origin, double[] direction, double[] other, double scale, String degenerate) {
    double least = 8 * Float64.UNIT_ROUNDOFF * Math.sqrt(origin.length) * scale;
    double length = norm(direction);
    if (!(length > least)) {
      throw new InvalidInputException(degenerate);
    }
    double[] first = MathArrays.scale(1 / length, direction);
    double[] second = withoutPart(other, first);
    double height = norm(second);
    // The rounding errors of the first axis matter as much as the second direction is longer.
    if (!(height
        > Math.max(least, 8 * Float64.UNIT_ROUNDOFF * Math.sqrt(origin.length) * norm(other)))) {
      throw new InvalidInputException(degenerate);
    }
    second = withoutPart(MathArrays.scale(1 / height, second), first);
    return new Plane(origin.clone(), first, MathArrays.scale(1 / norm(second), second));
  }

  private static double[] withoutPart(double[] vector, double[] axis) {
    double part = MathArrays.linearCombination(vector, axis);
    return MathArrays.ebeSubtract(vector, MathArrays.scale(part, axis));
  }

  private static double norm(double[] vector) {
    return MathArrays.safeNorm(vector);
  }

  /**
   * @return the width of an input
   */
  public int width() {
    return origin.length;
  }

  /**
   * @param u the first coordinate
   * @param v the second coordinate
   * @return the input there
   */
  public double[] input(double u, double v) {
    double[] input = origin.clone();
    for (int i = 0; i < input.length; i++) {
      input[i] += u * first[i] + v * second[i];
    }
    return input;
  }

  /**
   * @return the input that changes where the first coordinate grows by 1, a new array
   */
  public double[] firstAxis() {
    return first.clone();
  }

  /**
   * @return the input that changes where the second coordinate grows by 1, a new array
   */
  public double[] secondAxis() {
    return second.clone();
  }

  /**
   * @param input an input
   * @return the point of the plane that is the nearest to it
   */
  public PlanePoint project(double[] input) {
    double[] from = MathArrays.ebeSubtract(input, origin);
    return new PlanePoint(
        MathArrays.linearCombination(from, first), MathArrays.linearCombination(from, second));
  }

  /**
   * @param input an input
   * @return whether it lies in the plane, within rounding
   */
  public boolean contains(double[] input) {
    PlanePoint at = project(input);
    double[] nearest = input(at.u(), at.v());
    double scale = norm(origin) + norm(input);
    return norm(MathArrays.ebeSubtract(input, nearest))
        <= 64 * Float64.UNIT_ROUNDOFF * Math.sqrt(origin.length) * scale;
  }

  @Override
  public String toString() {
    return "plane through " + Arrays.toString(Arrays.copyOf(origin, Math.min(4, origin.length)));
  }
}
