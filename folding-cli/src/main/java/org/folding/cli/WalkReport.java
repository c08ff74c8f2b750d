package org.folding.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.cli.Inputs.Input;
import org.folding.core.statistics.Column;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.reports.Decimals;

/** What there is to say of one walk. */
final class WalkReport {
  private final Model model;
  private final List<Input> inputs;
  private final Walk walk;
  private final Map<Column, Double> values;

  /**
   * @param values what was measured
   */
  WalkReport(Model model, List<Input> inputs, Walk walk, Map<Column, Double> values) {
    this.model = model;
    this.inputs = inputs;
    this.walk = walk;
    this.values = values;
  }

  void print(PrintWriter out, boolean layers, int limit, int width, boolean ascii) {
    CountedUnits units = walk.units();
    Table facts =
        new Table()
            .add("model", model.name())
            .add("path", inputs.stream().map(Input::name).collect(Collectors.joining(" to ")))
            .add(
                "walk",
                walk.mode().word() + (walk.mode() == WalkMode.EXACT ? "" : "; may miss flips"))
            .add("counted", units.bits() + " bits in " + units.layers().size() + " layers")
            .add(
                "flips",
                walk.flips() + " in " + walk.steps() + " steps, " + walk.regions() + " regions");
    if (model.network().isPresent() && model.outputObstacle().isEmpty()) {
      facts.add("predicted", predicted(new NetworkEvaluator(model.network().get())));
    }
    facts.print(out);
    out.println();
    printValues(out);
    if (walk.flips() > 0) {
      out.println();
      out.println("Hamming distance to the first pattern");
      out.println();
      new DistancePlot(walk, width, ascii).print(out);
      if (layers) {
        out.println();
        printLayers(out);
      }
      if (limit > 0) {
        out.println();
        new FlipTable(walk).print(out, limit);
      }
    }
  }

  /** What is predicted at the corners of the path. */
  private String predicted(NetworkEvaluator evaluator) {
    List<String> classes = new ArrayList<>();
    for (Input input : inputs) {
      double[] outputs = evaluator.output(input.values());
      int best = 0;
      for (int o = 1; o < outputs.length; o++) {
        if (outputs[o] > outputs[best]) {
          best = o;
        }
      }
      classes.add(
          outputs.length == 1
              ? "output " + Decimals.text(outputs[0])
              : "class " + best + " (output " + Decimals.text(outputs[best]) + ")");
    }
    return String.join(" to ", classes);
  }

  private void printValues(PrintWriter out) {
    Table table = new Table("metric", "value");
    values.forEach(
        (column, value) -> {
          if (column.value().part().isEmpty()) {
            table.add(column.name(), Decimals.text(value));
          }
        });
    table.print(out);
  }

  private void printLayers(PrintWriter out) {
    CountedUnits units = walk.units();
    WalkDistances distances = new WalkDistances(walk);
    int[] flips = new int[units.layers().size()];
    int[] back = new int[units.layers().size()];
    for (int flip = 0; flip < walk.flips(); flip++) {
      int layer = units.layerOf(walk.bit(flip));
      flips[layer]++;
      back[layer] += distances.leadsBack(flip) ? 1 : 0;
    }
    List<Column> headlines =
        values.keySet().stream()
            .filter(one -> values.keySet().stream().anyMatch(part -> part.isLayerOf(one)))
            .filter(one -> one.value().headline())
            .toList();
    List<String> heads = new ArrayList<>(List.of("layer", "bits", "flips", "back"));
    headlines.forEach(headline -> heads.add(headline.noun()));
    Table table = new Table(heads.toArray(String[]::new));
    for (int l = 0; l < flips.length; l++) {
      UnitLayer layer = units.layers().get(l);
      List<String> cells = new ArrayList<>();
      cells.add(layer.name());
      cells.add(Integer.toString(layer.bits()));
      cells.add(Integer.toString(flips[l]));
      cells.add(Integer.toString(back[l]));
      headlines.forEach(headline -> cells.add(inLayer(headline, layer.name())));
      table.add(cells.toArray(String[]::new));
    }
    table.print(out);
  }

  /** What a headline comes to in one layer. */
  private String inLayer(Column headline, String layer) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().isLayerOf(headline))
        .filter(entry -> entry.getKey().value().part().orElseThrow().layer().equals(layer))
        .map(entry -> Decimals.text(entry.getValue()))
        .findFirst()
        .orElse("-");
  }
}
