package org.folding.core.path;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.Options;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;

/** Makes generators as a configuration would. */
final class Generators {
  private Generators() {}

  static PathContext context(int width) {
    return new PathContext(width, Optional.empty(), 42);
  }

  static PathContext context(TestData data) {
    return new PathContext(data.width(), Optional.of(data), 42);
  }

  static PathGenerator create(
      PathGeneratorFactory factory, PathContext context, Map<String, String> given) {
    String prefix = "paths." + factory.name() + ".";
    return factory.create(Options.of(prefix, factory.options(), given, Path.of("")), context);
  }

  static List<InputPath> all(PathGenerator generator) {
    return IntStream.range(0, Math.toIntExact(generator.count()))
        .mapToObj(generator::path)
        .toList();
  }

  /** From and to of every path, as rows. */
  static List<List<Integer>> rows(PathGenerator generator) {
    return all(generator).stream()
        .map(path -> List.of(path.start().row(), path.end().row()))
        .toList();
  }
}
