package org.folding.engine.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.folding.api.GeneralRemedy;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.api.Remedy;
import org.folding.api.model.Model;
import org.folding.api.network.Network;
import org.folding.api.walk.CountedUnits;
import org.folding.engine.NetworkStages;
import org.folding.engine.WalkSettings;

/**
 * The regions of a network in a rectangle of a plane, exactly: polygons that cover it and inside
 * which no unit changes its sign. Lines through it are cut by their edges where {@link
 * org.folding.engine.path.Walker} finds flips. Immutable.
 */
public final class PlaneRegions {
  private final Plane plane;
  private final Frame frame;
  private final CountedUnits units;
  private final int outputs;
  private final boolean coarse;
  private final List<Region> regions;

  private PlaneRegions(
      Plane plane,
      Frame frame,
      CountedUnits units,
      int outputs,
      boolean coarse,
      List<Region> regions) {
    this.plane = plane;
    this.frame = frame;
    this.units = units;
    this.outputs = outputs;
    this.coarse = coarse;
    this.regions = List.copyOf(regions);
  }

  /**
   * Finds the regions.
   *
   * @param model a piecewise-linear model
   * @param count which units are counted
   * @param plane as wide as the model's input
   * @param frame the rectangle
   * @param reference the input whose pattern distances are told to, in the plane or not
   * @param limit how many regions and how many pieces there may be
   * @return the regions, in an order that is always the same
   * @throws InvalidInputException if the model is not piecewise linear, or there are too many
   */
  public static PlaneRegions find(
      Model model,
      WalkSettings.Count count,
      Plane plane,
      Frame frame,
      double[] reference,
      int limit) {
    Objects.requireNonNull(frame, "frame is null");
    CountedUnits units = count.of(model);
    NetworkStages stages = stages(model, units);
    boolean[] pattern = new boolean[units.bits()];
    stages.pattern(reference, pattern);
    RegionList regions = new RegionList(limit);
    new RegionTracer(stages, pattern, frame, regions).trace(plane, frame);
    return new PlaneRegions(
        plane, frame, units, stages.units(stages.count() - 1), stages.isCoarse(), regions.regions);
  }

  private static NetworkStages stages(Model model, CountedUnits units) {
    List<String> obstacles = new ArrayList<>(model.obstacles());
    List<Remedy> remedies = new ArrayList<>();
    if (model.network().isPresent() && obstacles.isEmpty()) {
      Network network = model.network().get();
      try {
        return NetworkStages.of(network, units);
      } catch (ArithmeticException e) {
        obstacles.add(
            "put together, its linear maps have a matrix of "
                + e.getMessage()
                + " weights, which takes too much of the heap");
        remedies.add(GeneralRemedy.LARGER_HEAP);
      }
    }
    throw new InvalidInputException(
        new Problem(
            "model '"
                + model.name()
                + "' has no exact regions: "
                + (obstacles.isEmpty() ? "its network is not known" : String.join("; ", obstacles)),
            remedies));
  }

  /** Gathers regions up to a limit. */
  private static final class RegionList implements RegionTracer.RegionSink {
    private final int limit;
    private final List<Region> regions = new ArrayList<>();
    private long pieces;

    RegionList(int limit) {
      this.limit = limit;
    }

    @Override
    public void accept(Region region) {
      regions.add(region);
      pieces += region.pieces().size();
      if (pieces > limit) {
        throw new InvalidInputException(
            "the frame holds more than " + limit + " regions; make it smaller, or allow more");
      }
    }
  }

  /**
   * @return whether regions may be missing: rounding errors may grow so large in this network that
   *     float64, in which regions are found, does not tell bends apart
   */
  public boolean isCoarse() {
    return coarse;
  }

  /**
   * @return the plane
   */
  public Plane plane() {
    return plane;
  }

  /**
   * @return the rectangle that the regions cover
   */
  public Frame frame() {
    return frame;
  }

  /**
   * @return the counted units
   */
  public CountedUnits units() {
    return units;
  }

  /**
   * @return how many outputs the network has
   */
  public int outputs() {
    return outputs;
  }

  /**
   * @return the regions
   */
  public List<Region> regions() {
    return regions;
  }

  /**
   * @return how many different patterns the regions have; fewer than regions where the map bends
   *     without a flip
   */
  public int patterns() {
    return (int) regions.stream().mapToLong(Region::pattern).distinct().count();
  }
}
