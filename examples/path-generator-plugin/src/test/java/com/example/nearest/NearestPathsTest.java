package com.example.nearest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.junit.jupiter.api.Test;

final class NearestPathsTest {
  /** Rows 0 and 1 of class 0, rows 2 and 3 of class 1. */
  private static final Points FOUR = Points.onALine(List.of(0, 0, 1, 1), 0, 1, 3, 7);

  @Test
  void leadsToTheNearestRowOfAnotherClass() {
    assertEquals(List.of("0-2", "1-2", "2-1", "3-1"), paths(FOUR, Map.of()));
  }

  @Test
  void leadsToTheNearestRowOfTheSameClass() {
    assertEquals(List.of("0-1", "1-0", "2-3", "3-2"), paths(FOUR, Map.of("neighbour", "same")));
  }

  @Test
  void leadsToTheNearestRowOfAnyClass() {
    Points unlabelled = new Points(FOUR.points(), List.of());

    assertEquals(
        List.of("0-1", "1-0", "2-1", "3-2"), paths(unlabelled, Map.of("neighbour", "any")));
  }

  @Test
  void startsAtTheFirstRowsOfEachClass() {
    assertEquals(List.of("0-2", "2-1"), paths(FOUR, Map.of("per-class", "1")));
  }

  @Test
  void takesTheLowestRowAmongEqualDistances() {
    // From (0, 0) all three are 5 away: 3² + 4² = 5².
    Points points =
        new Points(
            List.of(
                new double[] {0, 0}, new double[] {3, 4}, new double[] {4, 3}, new double[] {5, 0}),
            List.of(0, 1, 1, 1));

    assertEquals("0-1", paths(points, Map.of()).get(0));
  }

  @Test
  void findsANeighbourWhereDistancesOverflow() {
    Points points = Points.onALine(List.of(0, 1), -1e200, 1e200);

    assertEquals(List.of("0-1", "1-0"), paths(points, Map.of()));
  }

  @Test
  void givesTheSamePathsInAnyOrderAndFromManyThreads() {
    double[] values = IntStream.range(0, 200).mapToDouble(i -> i * 37 % 101).toArray();
    Points points = Points.onALine(IntStream.range(0, 200).mapToObj(i -> i % 3).toList(), values);
    PathGenerator generator = generator(points, Map.of());
    List<InputPath> inOrder = LongStream.range(0, 200).mapToObj(generator::path).toList();

    LongStream.range(0, 2_000)
        .parallel()
        .map(i -> 199 - i % 200)
        .forEach(i -> assertEquals(text(inOrder.get((int) i)), text(generator.path(i))));
  }

  @Test
  void refusesRowsWithoutNeighbours() {
    assertRefused(
        Points.onALine(List.of(4, 4), 0, 1),
        Map.of(),
        "points: row 0 has no neighbour; all rows have the same class, so use data of two classes"
            + " or more");
    assertRefused(
        Points.onALine(List.of(0, 0, 1), 0, 1, 2),
        Map.of("neighbour", "same"),
        "points: row 2 has no neighbour; it is the only row of its class, so add rows or remove"
            + " this one");
    assertRefused(
        Points.onALine(List.of(), 0),
        Map.of("neighbour", "any"),
        "points: row 0 has no neighbour; the data have one row, so use two rows or more");
  }

  @Test
  void refusesDataWithoutTheClassesThatItNeeds() {
    String message =
        "'paths=nearest' needs the class of each row: set 'data.labels', or set"
            + " 'paths.nearest.neighbour=any' and remove 'paths.nearest.per-class'";
    Points unlabelled = new Points(FOUR.points(), List.of());

    assertRefused(unlabelled, Map.of(), message);
    assertRefused(unlabelled, Map.of("neighbour", "any", "per-class", "1"), message);
  }

  @Test
  void refusesARunWithoutData() {
    NearestFactory factory = new NearestFactory();
    Options options = Options.of("paths.nearest.", factory.options(), Map.of(), Path.of(""));
    PathContext context = new PathContext(1, Optional.empty(), 42);

    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> factory.create(options, context));
    assertEquals("'paths=nearest' needs rows of data: set 'data' to a file", e.getMessage());
  }

  private static void assertRefused(Points points, Map<String, String> given, String message) {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> generator(points, given));
    assertEquals(message, e.getMessage());
  }

  private static List<String> paths(Points points, Map<String, String> given) {
    PathGenerator generator = generator(points, given);
    return LongStream.range(0, generator.count())
        .mapToObj(index -> text(generator.path(index)))
        .toList();
  }

  private static String text(InputPath path) {
    return path.start().row() + "-" + path.end().row();
  }

  private static PathGenerator generator(Points points, Map<String, String> given) {
    NearestFactory factory = new NearestFactory();
    Options options = Options.of("paths.nearest.", factory.options(), given, Path.of(""));
    return factory.create(options, new PathContext(points.width(), Optional.of(points), 42));
  }
}
