package org.folding.engine.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.engine.testing.PointRows;
import org.junit.jupiter.api.Test;

/** Polylines whose sides have whole lengths: (0, 0) → (3, 4) has 5, (3, 4) → (8, 16) has 13. */
final class PathSegmentsTest {
  private static final Waypoint A = Waypoint.point(0, 0);
  private static final Waypoint B = Waypoint.point(3, 4);
  private static final Waypoint C = Waypoint.point(8, 16);

  private final SegmentLengths lengths = new SegmentLengths(Optional.empty());

  @Test
  void cornersStandInProportionToArcLength() {
    assertThat(lengths.corners(List.of(A, B, C, B))).containsExactly(0, 5 / 31.0, 18 / 31.0, 1);
    assertThat(lengths.corners(List.of(A, C))).containsExactly(0, 1);
    assertThat(lengths.corners(List.of(B, B, B))).containsExactly(0, 0, 1);
  }

  @Test
  void segmentsRunFromCornerToCorner() {
    List<PathSegments.Segment> segments = segments(A, B, C);

    assertThat(segments).hasSize(2);
    assertThat(segments.get(0).from()).containsExactly(0, 0);
    assertThat(segments.get(0).to()).containsExactly(3, 4);
    assertThat(segments.get(0).start()).isZero();
    assertThat(segments.get(0).end()).isEqualTo(5 / 18.0);
    assertThat(segments.get(1).from()).containsExactly(3, 4);
    assertThat(segments.get(1).to()).containsExactly(8, 16);
    assertThat(segments.get(1).start()).isEqualTo(5 / 18.0);
    assertThat(segments.get(1).end()).isEqualTo(1);
  }

  /** What has no length is left out; of a path that has none its end is left. */
  @Test
  void segmentsHaveALength() {
    List<PathSegments.Segment> segments = segments(A, A, B, B, B, A, A);
    assertThat(segments).hasSize(2);
    assertThat(segments.get(0).end()).isEqualTo(0.5);
    assertThat(segments.get(1).from()).containsExactly(3, 4);
    assertThat(segments.get(1).end()).isEqualTo(1);

    List<PathSegments.Segment> point = segments(B, B, B);
    assertThat(point).hasSize(1);
    assertThat(point.get(0).from()).containsExactly(3, 4);
    assertThat(point.get(0).to()).containsExactly(3, 4);
    assertThat(point.get(0).end()).isEqualTo(1);
  }

  @Test
  void timesOfPathAndLineAreEachOthers() {
    PathSegments.Segment segment =
        new PathSegments.Segment(new double[] {0}, new double[] {1}, 0.5, 0.75);

    assertThat(segment.pathTime(0)).isEqualTo(0.5);
    assertThat(segment.pathTime(0.5)).isEqualTo(0.625);
    assertThat(segment.pathTime(1)).isEqualTo(0.75);
    assertThat(segment.lineTime(0.5)).isZero();
    assertThat(segment.lineTime(0.6875)).isEqualTo(0.75);
    // Never beyond its ends, and before the last.
    assertThat(segment.lineTime(0.4)).isZero();
    assertThat(segment.lineTime(0.75)).isEqualTo(1 - 0x1p-53);
    assertThat(segment.lineTime(0.9)).isEqualTo(1 - 0x1p-53);
  }

  @Test
  void waypointsMayBeRows() {
    SegmentLengths rows =
        new SegmentLengths(
            Optional.of(new PointRows(List.of(new double[] {0, 0}, new double[] {3, 4}))));

    assertThat(rows.coordinates(Waypoint.row(1))).containsExactly(3, 4);
    assertThat(rows.corners(List.of(Waypoint.row(0), Waypoint.row(1), C)))
        .containsExactly(0, 5 / 18.0, 1);
    assertThatThrownBy(() -> lengths.coordinates(Waypoint.row(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row without data");
  }

  private List<PathSegments.Segment> segments(Waypoint... waypoints) {
    return PathSegments.of(new InputPath(List.of(waypoints)), lengths);
  }
}
