package org.folding.cli;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.metric.MetricResult;
import org.folding.api.model.Model;
import org.folding.core.pipeline.Folding;
import org.folding.core.pipeline.Models;
import org.folding.core.pipeline.PathResult;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.reports.Decimals;

/**
 * CantorNet, whose folding along one line is known: χ = 1 − k/(2^k − 1) for representation A with k
 * recursions, hidden units counted ("CantorNet", NeurReps 2024, tells the construction).
 */
final class CantorNetDemo {
  private static final int DEPTHS = 6;
  private static final Map<String, String> LINE = Map.of("from", "0,0.75", "to", "1,0.75");

  private final Console console;
  private final Registries registries;

  @Inject
  CantorNetDemo(Console console, Registries registries) {
    this.console = console;
    this.registries = registries;
  }

  void print() {
    try (ComponentRegistry registry = registries.open(Optional.empty())) {
      print(registry, console.out());
    }
  }

  private static void print(ComponentRegistry registry, PrintWriter out) {
    out.println("CantorNet A along the line from (0, 0.75) to (1, 0.75), hidden units counted");
    out.println();
    Table table = new Table("recursions k", "regions", "r1", "r2", "folding", "1 - k/(2^k - 1)");
    for (int k = 1; k <= DEPTHS; k++) {
      PathResult result = measure(k, registry);
      MetricResult range = result.metric("range");
      table.add(
          Integer.toString(k),
          Integer.toString(result.regions()),
          Decimals.text(range.number("max")),
          Decimals.text(range.number("total")),
          Decimals.text(range.number("folding")),
          Decimals.text(1 - k / (Math.pow(2, k) - 1)));
    }
    table.print(out);
  }

  private static PathResult measure(int k, ComponentRegistry registry) {
    List<PathResult> results = new ArrayList<>();
    try (Model model = Models.load("cantornet:A/" + k, Path.of(""), registry)) {
      Folding.of(model)
          .paths(registry.pathGenerator("line").factory(), LINE)
          .metric(registry.metric("range").factory())
          .threads(1)
          .eachPath(results::add)
          .run();
    }
    return results.get(0);
  }
}
