package org.folding.core.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.core.cantornet.CantorNet;
import org.folding.core.cantornet.CantorNet.Representation;
import org.folding.core.output.JsonFile;
import org.folding.core.output.MachineJson;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;
import org.folding.core.study.CantorNetResult.WalkFigures;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.Walker;

/**
 * The study of CantorNet ("CantorNet", NeurReps 2024; its folding in arXiv 2502.09954): how the
 * representations A, B and C fold the line from (0, ¾) to (1, ¾), exactly and through the 11 points
 * of the paper.
 */
public final class CantorNetStudy {
  private static final int SAMPLES = 11;

  /** Beyond, walks of A have so many regions that tables of their curves serve nobody. */
  public static final int GREATEST_DEPTH = 14;

  private static final double[] FROM = {0, 0.75};
  private static final double[] TO = {1, 0.75};
  private static final InputPath LINE =
      new InputPath(List.of(Waypoint.point(FROM), Waypoint.point(TO)));

  private final int deepest;
  private final List<CantorNetResult> results = new ArrayList<>();
  private final ArrayNode curves = JsonFile.newObject().putArray("curves");
  private final CurvesCsv table = new CurvesCsv();

  private CantorNetStudy(int deepest) {
    this.deepest = deepest;
  }

  /**
   * Measures all networks and writes {@code study.json}, {@code curves.csv} and a report: all or,
   * if anything fails, none.
   *
   * @param deepest the greatest number of recursions, up to 14; B and C end at 12
   * @param output the folder that receives the results
   * @param force whether results of an earlier study may be replaced
   * @param report writes the report, made of the files that are written by then
   * @return what was found, by representation and depth
   * @throws InvalidInputException if the depth is out of range or the folder holds other results
   */
  public static List<CantorNetResult> execute(
      int deepest, Path output, boolean force, Consumer<OutputFolder> report) {
    if (deepest < 1 || deepest > GREATEST_DEPTH) {
      throw new InvalidInputException(
          "the greatest depth is "
              + deepest
              + " but must be from 1 to "
              + GREATEST_DEPTH
              + ", the depth of A; B and C end at "
              + Representation.B.greatestDepth());
    }
    try (OutputFolder folder = OutputFolder.open(output, force)) {
      CantorNetStudy study = new CantorNetStudy(deepest);
      study.measure();
      JsonFile.write(study.toJson(), ResultFiles.STUDY, folder);
      study.table.write(folder);
      report.accept(folder);
      folder.commit();
      return List.copyOf(study.results);
    }
  }

  private void measure() {
    for (Representation representation : Representation.values()) {
      int end = Math.min(deepest, representation.greatestDepth());
      for (int recursions = 1; recursions <= end; recursions++) {
        try (Model model = new NetworkModel(CantorNet.of(representation, recursions), List.of())) {
          measure(representation, recursions, model);
        }
      }
    }
  }

  private void measure(Representation representation, int recursions, Model model) {
    WalkSettings hidden = WalkSettings.exact(WalkSettings.Count.HIDDEN);
    WalkSettings all = WalkSettings.exact(WalkSettings.Count.ALL);
    WalkSettings sampled = WalkSettings.sampled(SAMPLES, WalkSettings.Count.ALL);
    String name = "cantornet:" + representation + "/" + recursions;
    results.add(
        new CantorNetResult(
            representation,
            recursions,
            new WalkerFactory(model, Optional.empty(), hidden).units().bits(),
            new WalkerFactory(model, Optional.empty(), all).units().bits(),
            figures(name, model, hidden),
            figures(name, model, all),
            figures(name, model, sampled)));
  }

  private WalkFigures figures(String name, Model model, WalkSettings settings) {
    FoldingCurve curve;
    try (Walker walker = new WalkerFactory(model, Optional.empty(), settings).newWalker()) {
      curve = FoldingCurve.of(walker.walk(LINE));
    }
    String mode = settings.mode().word();
    String count = settings.count().text();
    ObjectNode node = curves.addObject();
    node.put("name", name).put("walk", mode).put("count", count);
    curve.times().forEach(node.putArray("t")::add);
    curve.foldings().forEach(node.putArray("folding")::add);
    table.add(name, mode, count, curve);
    return WalkFigures.of(curve);
  }

  private ObjectNode toJson() {
    ObjectNode root = JsonFile.newObject();
    root.put("study", "cantornet");
    ObjectNode path = root.putObject("path");
    path.putArray("from").add(FROM[0]).add(FROM[1]);
    path.putArray("to").add(TO[0]).add(TO[1]);
    ArrayNode networks = root.putArray("networks");
    results.forEach(result -> networks.add(network(result)));
    root.set("curves", curves);
    MachineJson.put(root.putObject("provenance"));
    return root;
  }

  /** Of a single path every statistic of χ is χ. */
  private static ObjectNode network(CantorNetResult result) {
    double folding = result.exact().folding();
    ObjectNode node = JsonFile.newObject();
    node.put("name", result.name())
        .put("representation", result.representation().name())
        .put("depth", result.recursions())
        .putNull("width")
        .put("units", result.hiddenUnits())
        .put("units_all", result.allUnits())
        .putNull("test_accuracy")
        .put("paths", 1)
        .put("share_folded", folding > 0 ? 1.0 : 0.0)
        .put("mean", folding)
        .put("median", folding);
    JsonFile.put(node, "median_nonzero", folding > 0 ? folding : Double.NaN);
    node.putNull("median_of_maxima").put("max", folding);
    JsonFile.put(node, "closed_form", result.closedForm().orElse(Double.NaN));
    put(node.putObject("exact_hidden"), result.exact());
    put(node.putObject("exact_all"), result.exactAll());
    put(node.putObject("sampled_all"), result.sampledAll());
    return node;
  }

  private static void put(ObjectNode node, WalkFigures figures) {
    node.put("regions", figures.regions())
        .put("r1", figures.range())
        .put("r2", figures.total())
        .put("folding", figures.folding());
  }
}
