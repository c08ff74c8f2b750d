package org.folding.core.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.folding.api.data.Dataset;
import org.folding.api.network.Shape;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.core.data.RowImages;
import org.folding.core.output.JsonFile;

/** Makes {@code walks.json}: how the most folded paths of a run go, and what is at their ends. */
public final class WalksJson {

  /** Ends with more numbers than these are not told in numbers. */
  private static final int MOST_COORDINATES = 16;

  private final Optional<Dataset> data;
  private final Optional<RowImages> images;
  private final ObjectNode root = JsonFile.newObject();
  private final ArrayNode walks;

  /**
   * @param by the name of the column that the paths are compared by
   * @param units the counted units
   * @param data the data whose rows the paths name, if any
   * @param input the shape of the model's input
   */
  public WalksJson(String by, CountedUnits units, Optional<Dataset> data, Shape input) {
    this.data = data;
    this.images = data.flatMap(rows -> RowImages.of(rows, input));
    root.put("by", by);
    ArrayNode layers = root.putArray("layers");
    units.layerNames().forEach(layers::add);
    images.ifPresent(
        rows ->
            root.putObject("images")
                .put("width", rows.layout().width())
                .put("height", rows.layout().height())
                .put("channels", rows.layout().channels())
                .put("guessed", rows.guessed()));
    this.walks = root.putArray("walks");
  }

  /**
   * @param path one of the most folded paths, of which the most folded one comes first
   * @param walk its walk
   */
  public void add(FoldedPath path, Walk walk) {
    ObjectNode node = walks.addObject();
    node.put("path", path.path());
    JsonFile.put(node, "value", path.value());
    node.put("flips", path.flips()).put("regions", path.regions());
    putEnd(node.putObject("start"), walk.path().start());
    putEnd(node.putObject("end"), walk.path().end());
    node.put("corners", walk.path().waypoints().size() - 2);
    WalkProfile.put(walk, node);
  }

  private void putEnd(ObjectNode node, Waypoint end) {
    double[] coordinates = end.coordinates();
    if (end.isRow()) {
      Dataset rows = data.orElseThrow();
      node.put("row", end.row());
      if (rows.labelled()) {
        node.put("class", rows.label(end.row()));
      }
      images.ifPresent(pictures -> node.put("image", pictures.dataUri(end.row())));
      coordinates = new double[rows.width()];
      rows.copyRow(end.row(), coordinates, 0);
    }
    if (coordinates.length <= MOST_COORDINATES) {
      ArrayNode point = node.putArray("point");
      Arrays.stream(coordinates).forEach(point::add);
    }
  }

  /**
   * @return the document
   */
  public ObjectNode toJson() {
    return root;
  }
}
