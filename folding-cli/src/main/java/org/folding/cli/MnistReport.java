package org.folding.cli;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.folding.core.sink.FoldedPath;
import org.folding.core.study.Interval;
import org.folding.core.study.Measures;
import org.folding.core.study.MnistResults;
import org.folding.core.study.NetworkResult;
import org.folding.core.study.PathSelection;
import org.folding.reports.Decimals;

/** Prints what an MNIST study found. */
final class MnistReport {
  private static final List<String> HEADS =
      List.of(
          "network", "size", "acc.", "folded", "mean", "median", "med.>0", "maxima", "max",
          "within", "between");

  private final PrintWriter out;

  @Inject
  MnistReport(Console console) {
    this.out = console.out();
  }

  void print(MnistResults results) {
    PathSelection paths = results.settings().paths();
    out.println(
        switch (paths.kind()) {
          case ALL -> "Folding between all ordered pairs of " + results.images() + " images";
          case FIRST ->
              "Folding between all ordered pairs among the first "
                  + paths.number()
                  + " images of each class";
          case SAMPLE ->
              "Folding between "
                  + paths.number()
                  + " pairs of images drawn for each ordered pair of classes, seed "
                  + paths.seed();
        });
    results.networks().stream()
        .mapToLong(network -> network.folding().paths())
        .findFirst()
        .ifPresent(count -> out.println(count + " paths through each network"));
    out.println();
    boolean sampled = paths.kind() == PathSelection.Kind.SAMPLE;
    networks(results, sampled);
    if (sampled) {
      out.println();
      out.println("±: the wider side of the interval that has a confidence of 95 %.");
      out.println("Maxima of a sample are lower bounds; so is the median of maxima.");
    }
    out.println();
    mostFolded(results);
    out.println();
  }

  /** In one table or, as intervals make it too wide for a terminal, in two. */
  private void networks(MnistResults results, boolean sampled) {
    List<List<String>> rows =
        results.networks().stream().map(network -> cells(network, sampled)).toList();
    if (sampled) {
      table(rows, IntStream.rangeClosed(0, 5));
      out.println();
      table(rows, IntStream.concat(IntStream.of(0), IntStream.range(6, HEADS.size())));
    } else {
      table(rows, IntStream.range(0, HEADS.size()));
    }
    out.println();
    out.println(
        "size: hidden layers x their width; acc.: accuracy; folded: share of paths with χ > 0;");
    out.println(
        "mean, median: of χ; med.>0: median of χ > 0; maxima: median over the ordered pairs of classes");
    out.println("of the greatest χ; within, between: mean χ within a class and between two.");
  }

  private void table(List<List<String>> rows, IntStream columns) {
    int[] shown = columns.toArray();
    Table table = new Table(chosen(HEADS, shown));
    rows.forEach(row -> table.add(chosen(row, shown)));
    table.print(out);
  }

  private static String[] chosen(List<String> row, int[] columns) {
    return IntStream.of(columns).mapToObj(row::get).toArray(String[]::new);
  }

  private static List<String> cells(NetworkResult network, boolean sampled) {
    Measures folding = network.folding();
    String width = network.width().isPresent() ? Integer.toString(network.width().getAsInt()) : "-";
    return List.of(
        network.name(),
        network.depth() + "x" + width,
        decimal(network.accuracy().orElse(Double.NaN)),
        text(folding.shareNonzero(), sampled),
        text(folding.mean(), sampled),
        text(folding.median(), sampled),
        text(folding.medianNonzero(), sampled),
        decimal(network.medianOfMaxima().orElse(Double.NaN)),
        decimal(folding.max()),
        network.within().map(group -> text(group.mean(), sampled)).orElse("-"),
        network.between().map(group -> text(group.mean(), sampled)).orElse("-"));
  }

  private void mostFolded(MnistResults results) {
    Table table = new Table("most folded path of", "from image", "to image", "χ", "flips");
    for (NetworkResult network : results.networks()) {
      if (!network.mostFolded().isEmpty()) {
        FoldedPath path = network.mostFolded().get(0);
        table.add(
            network.name(),
            Integer.toString(path.from()),
            Integer.toString(path.to()),
            decimal(path.value()),
            Integer.toString(path.flips()));
      }
    }
    table.print(out);
  }

  private static String text(Interval interval, boolean sampled) {
    if (!sampled || Double.isNaN(interval.value())) {
      return decimal(interval.value());
    }
    double side = Math.max(interval.high() - interval.value(), interval.value() - interval.low());
    return decimal(interval.value()) + " ± " + decimal(side);
  }

  private static String decimal(double number) {
    return Decimals.fixed(number, 4);
  }
}
