package acme.good;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.path.Waypoint;

/** The one path from (0, 0) to (1, 1). */
final class UnitDiagonal implements PathGeneratorFactory {
  @Override
  public String name() {
    return "acme-diagonal";
  }

  @Override
  public String description() {
    return "The diagonal of the unit square.";
  }

  @Override
  public PathGenerator create(Options options, PathContext context) {
    return new PathGenerator() {
      @Override
      public long count() {
        return 1;
      }

      @Override
      public InputPath path(long index) {
        return new InputPath(List.of(Waypoint.point(0, 0), Waypoint.point(1, 1)));
      }
    };
  }
}
