package com.example.nearest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;

/** Makes the path generator {@code nearest} and describes its options. */
final class NearestFactory implements PathGeneratorFactory {
  private static final String NEIGHBOUR = "neighbour";
  private static final String PER_CLASS = "per-class";

  @Override
  public String name() {
    return "nearest";
  }

  @Override
  public String description() {
    return "A straight line from each row of the data to its nearest neighbour.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.choice(
            NEIGHBOUR,
            List.of("other", "same", "any"),
            "The class of the neighbour: another class than the row's, the same, or any."),
        OptionSpec.optional(
            PER_CLASS,
            OptionSpec.Type.INTEGER,
            "Starts only at the first rows of each class, this many; by default at every row."));
  }

  @Override
  public PathGenerator create(Options options, PathContext context) {
    Dataset data = context.requireData("paths=nearest");
    Neighbour neighbour =
        Neighbour.valueOf(options.requiredText(NEIGHBOUR).toUpperCase(Locale.ROOT));
    if (!data.labelled() && (neighbour != Neighbour.ANY || options.has(PER_CLASS))) {
      throw new InvalidInputException(
          "'paths=nearest' needs the class of each row: set 'data.labels', or set '"
              + options.fullKey(NEIGHBOUR)
              + "=any' and remove '"
              + options.fullKey(PER_CLASS)
              + "'");
    }
    int[] starts =
        options.has(PER_CLASS)
            ? firstOfEachClass(data, options.integer(PER_CLASS, 1, Integer.MAX_VALUE))
            : IntStream.range(0, data.rows()).toArray();
    requireNeighbours(data, neighbour, starts);
    return new NearestPaths(data, neighbour, starts);
  }

  private static int[] firstOfEachClass(Dataset data, long count) {
    Map<Integer, Long> taken = new HashMap<>();
    return IntStream.range(0, data.rows())
        .filter(row -> taken.merge(data.label(row), 1L, Long::sum) <= count)
        .toArray();
  }

  /** Every path must exist before the first one is walked. */
  private static void requireNeighbours(Dataset data, Neighbour neighbour, int[] starts) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int row = 0; row < data.rows() && data.labelled(); row++) {
      sizes.merge(data.label(row), 1, Integer::sum);
    }
    for (int row : starts) {
      int size = data.labelled() ? sizes.get(data.label(row)) : data.rows();
      int candidates =
          switch (neighbour) {
            case OTHER -> data.rows() - size;
            case SAME -> size - 1;
            case ANY -> data.rows() - 1;
          };
      if (candidates == 0) {
        throw new InvalidInputException(
            data + ": row " + row + " has no neighbour; " + neighbour.remedy());
      }
    }
  }
}
