package org.folding.pictures;

import java.util.List;
import java.util.Objects;
import org.folding.engine.plane.PlanePoint;
import org.folding.engine.plane.PlaneRegions;

/**
 * What is on a picture of a plane.
 *
 * @param regions the regions
 * @param reference the name of the reference point, which distances are told to
 * @param points points that are marked
 * @param lines lines that are drawn
 * @param acrossName what the first coordinate is
 * @param upName what the second coordinate is
 * @param description the picture in words
 */
public record PlaneScene(
    PlaneRegions regions,
    String reference,
    List<MarkedPoint> points,
    List<MarkedLine> lines,
    String acrossName,
    String upName,
    String description) {

  /** Copies the lists. */
  public PlaneScene {
    Objects.requireNonNull(regions, "regions is null");
    Objects.requireNonNull(reference, "reference is null");
    points = List.copyOf(points);
    lines = List.copyOf(lines);
    Objects.requireNonNull(acrossName, "acrossName is null");
    Objects.requireNonNull(upName, "upName is null");
    Objects.requireNonNull(description, "description is null");
  }

  /**
   * A point with its name.
   *
   * @param at where
   * @param name its name
   */
  public record MarkedPoint(PlanePoint at, String name) {}

  /**
   * A polyline with the flips along it.
   *
   * @param corners at least two
   * @param flips where units flip, in the order of the line
   */
  public record MarkedLine(List<PlanePoint> corners, List<MarkedFlip> flips) {
    /** Copies the lists. */
    public MarkedLine {
      corners = List.copyOf(corners);
      flips = List.copyOf(flips);
    }
  }

  /**
   * Where units flip.
   *
   * @param at where
   * @param back whether the line comes nearer there to the pattern that it started in
   */
  public record MarkedFlip(PlanePoint at, boolean back) {}
}
