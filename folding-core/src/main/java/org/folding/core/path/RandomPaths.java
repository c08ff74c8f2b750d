package org.folding.core.path;

import java.util.List;
import java.util.Objects;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.Waypoint;

/** Random straight lines, each drawn from the seed and its index. */
record RandomPaths(long count, long seed, Region region) implements PathGenerator {

  /** What lines are drawn from. */
  sealed interface Region {
    InputPath draw(PathRandom random);
  }

  /** Both ends uniform in [low, high]^width. */
  record Box(int width, double low, double high) implements Region {
    @Override
    public InputPath draw(PathRandom random) {
      return new InputPath(List.of(point(random), point(random)));
    }

    private Waypoint point(PathRandom random) {
      double[] point = new double[width];
      for (int i = 0; i < width; i++) {
        point[i] = low + (high - low) * random.uniform();
      }
      return Waypoint.point(point);
    }
  }

  /** Both ends uniform on a sphere: a normal vector scaled to the radius has no preferred side. */
  record Sphere(double[] center, double radius) implements Region {
    @Override
    public InputPath draw(PathRandom random) {
      return new InputPath(List.of(point(random), point(random)));
    }

    private Waypoint point(PathRandom random) {
      double[] point = new double[center.length];
      double squares;
      do {
        squares = 0;
        for (int i = 0; i < point.length; i++) {
          point[i] = random.gaussian();
          squares += point[i] * point[i];
        }
      } while (squares == 0);
      double norm = StrictMath.sqrt(squares);
      for (int i = 0; i < point.length; i++) {
        point[i] = center[i] + radius * (point[i] / norm);
      }
      return Waypoint.point(point);
    }
  }

  /** Two distinct rows of the data. */
  record Rows(int rows) implements Region {
    @Override
    public InputPath draw(PathRandom random) {
      int from = random.below(rows);
      int to = random.below(rows - 1);
      return InputPath.betweenRows(from, to < from ? to : to + 1);
    }
  }

  @Override
  public InputPath path(long index) {
    Objects.checkIndex(index, count);
    return region.draw(new PathRandom(seed, index));
  }
}
