package org.folding.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folding.api.network.Network;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.path.Walker;
import org.folding.engine.plane.PatternHash;
import org.folding.engine.plane.Piece;
import org.folding.engine.plane.PlanePoint;
import org.folding.engine.plane.PlaneRegions;
import org.folding.engine.plane.Polygon;
import org.folding.engine.plane.Region;

/** What must hold of the regions of every network, against computations that share nothing. */
public final class RegionChecks {
  private RegionChecks() {}

  /** Regions, and pieces, cover the frame once. */
  public static void assertCovers(PlaneRegions found) {
    double frame = found.frame().width() * found.frame().height();
    double regions = 0;
    double pieces = 0;
    for (Region region : found.regions()) {
      assertThat(region.polygon().area()).isPositive();
      regions += region.polygon().area();
      for (Piece piece : region.pieces()) {
        pieces += piece.polygon().area();
      }
    }
    assertThat(regions).isEqualTo(frame, within(1e-10 * frame));
    assertThat(pieces).isEqualTo(frame, within(1e-10 * frame));
  }

  /**
   * Patterns, where all units are counted, and classes at the centroids are those of an evaluation
   * from scratch.
   */
  public static void assertPatternsAndClasses(Network network, PlaneRegions found) {
    NetworkEvaluator evaluator = new NetworkEvaluator(network);
    double[] margins = new double[found.units().bits()];
    for (Region region : found.regions()) {
      PlanePoint middle = region.polygon().centroid();
      evaluator.margins(found.plane().input(middle.u(), middle.v()), 1, margins);
      long pattern = 0;
      int ones = 0;
      for (int bit = 0; bit < margins.length; bit++) {
        if (margins[bit] > 1e-10) {
          ones++;
          pattern ^= PatternHash.of(bit);
        }
      }
      assertThat(region.pattern()).as("pattern at %s", middle).isEqualTo(pattern);
      assertThat(region.odd()).as("parity at %s", middle).isEqualTo(ones % 2 == 1);
      for (Piece piece : region.pieces()) {
        PlanePoint point = piece.polygon().centroid();
        double[] outputs = evaluator.output(found.plane().input(point.u(), point.v()));
        assertThat(piece.predicted()).as("class at %s", point).isEqualTo(predicted(outputs));
      }
    }
  }

  private static int predicted(double[] outputs) {
    if (outputs.length == 1) {
      return outputs[0] > 1e-10 ? 1 : 0;
    }
    int best = 0;
    for (int o = 1; o < outputs.length; o++) {
      if (outputs[o] > outputs[best] + 1e-10) {
        best = o;
      }
    }
    return best;
  }

  /** A line runs through the patterns of the regions in the order of the exact walk. */
  public static void assertAgreesWithWalk(
      PlaneRegions found, Walker walker, PlanePoint from, PlanePoint to) {
    Walk walk =
        walker.walk(
            new InputPath(
                List.of(
                    Waypoint.point(found.plane().input(from.u(), from.v())),
                    Waypoint.point(found.plane().input(to.u(), to.v())))));
    List<Long> walked = new ArrayList<>();
    long pattern = 0;
    for (int bit = 0; bit < walk.units().bits(); bit++) {
      if (walk.startBit(bit)) {
        pattern ^= PatternHash.of(bit);
      }
    }
    walked.add(pattern);
    for (int s = 0; s < walk.steps(); s++) {
      for (int f = walk.firstFlip(s); f < walk.firstFlip(s + 1); f++) {
        pattern ^= PatternHash.of(walk.bit(f));
      }
      walked.add(pattern);
    }
    assertThat(crossed(found, from, to)).isEqualTo(walked);
  }

  /** The patterns along a line, by cutting the line with each polygon. */
  private static List<Long> crossed(PlaneRegions found, PlanePoint from, PlanePoint to) {
    record Crossing(double start, double end, long pattern) {}
    List<Crossing> crossings = new ArrayList<>();
    for (Region region : found.regions()) {
      double[] part = part(region.polygon(), from, to);
      if (part[1] - part[0] > 1e-11) {
        crossings.add(new Crossing(part[0], part[1], region.pattern()));
      }
    }
    crossings.sort(Comparator.comparingDouble(Crossing::start));
    List<Long> patterns = new ArrayList<>();
    double end = 0;
    for (Crossing crossing : crossings) {
      assertThat(crossing.start()).as("no gap, no overlap").isEqualTo(end, within(1e-9));
      end = crossing.end();
      if (patterns.isEmpty() || patterns.get(patterns.size() - 1) != crossing.pattern()) {
        patterns.add(crossing.pattern());
      }
    }
    assertThat(end).isEqualTo(1, within(1e-9));
    return patterns;
  }

  private static double[] part(Polygon polygon, PlanePoint from, PlanePoint to) {
    double start = 0;
    double end = 1;
    for (int i = 0; i < polygon.corners(); i++) {
      int next = (i + 1) % polygon.corners();
      double du = polygon.u(next) - polygon.u(i);
      double dv = polygon.v(next) - polygon.v(i);
      double a = du * (from.v() - polygon.v(i)) - dv * (from.u() - polygon.u(i));
      double b = du * (to.v() - polygon.v(i)) - dv * (to.u() - polygon.u(i));
      if (a < 0 && b < 0) {
        return new double[] {0, 0};
      }
      if (a < 0) {
        start = Math.max(start, a / (a - b));
      } else if (b < 0) {
        end = Math.min(end, a / (a - b));
      }
    }
    return new double[] {start, end};
  }

  /**
   * Euler's formula V − E + F = 2, the outside counted as a face, and each edge inside the frame
   * between exactly two regions whose patterns differ in the bit that the edge names.
   */
  public static void assertIsAComplex(PlaneRegions found) {
    Map<List<Long>, List<Long>> patterns = new HashMap<>();
    Map<List<Long>, Integer> borders = new HashMap<>();
    Set<Long> corners = new HashSet<>();
    for (Region region : found.regions()) {
      Polygon polygon = region.polygon();
      for (int i = 0; i < polygon.corners(); i++) {
        long a = corner(found, polygon, i);
        long b = corner(found, polygon, (i + 1) % polygon.corners());
        assertThat(a).isNotEqualTo(b);
        List<Long> edge = List.of(Math.min(a, b), Math.max(a, b));
        corners.add(a);
        patterns.computeIfAbsent(edge, e -> new ArrayList<>()).add(region.pattern());
        borders.merge(
            edge,
            polygon.border(i),
            (one, other) -> {
              assertThat(one).isEqualTo(other);
              return one;
            });
      }
    }
    for (Map.Entry<List<Long>, List<Long>> edge : patterns.entrySet()) {
      int border = borders.get(edge.getKey());
      List<Long> sides = edge.getValue();
      if (border == Polygon.FRAME) {
        assertThat(sides).hasSize(1);
      } else {
        assertThat(sides).hasSize(2);
        if (border >= 0) {
          assertThat(sides.get(0) ^ sides.get(1)).isEqualTo(PatternHash.of(border));
        }
      }
    }
    assertThat(corners.size() - patterns.size() + found.regions().size() + 1).isEqualTo(2);
  }

  /** Corners nearer than rounding are one. */
  private static long corner(PlaneRegions found, Polygon polygon, int i) {
    double grid = 1e-9 * Math.max(found.frame().width(), found.frame().height());
    long u = Math.round(polygon.u(i) / grid);
    long v = Math.round(polygon.v(i) / grid);
    return u << 32 ^ (v & 0xffffffffL);
  }
}
