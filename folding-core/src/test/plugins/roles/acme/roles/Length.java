package acme.roles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;

/** A headline without bounds and without words of its own: the flips, in each layer too. */
record Length(CountedUnits units) implements Metric {
  @Override
  public List<MetricValue> values() {
    List<MetricValue> values = new ArrayList<>();
    values.add(MetricValue.count("regions", "The number of patterns."));
    values.add(MetricValue.count("flips", "The number of flips").asHeadline());
    for (String layer : units.layerNames()) {
      values.add(MetricValue.count("in " + layer, "Flips of a layer.").ofLayer(layer, "flips"));
    }
    return values;
  }

  @Override
  public void measure(Walk walk, double[] row, int offset) {
    Arrays.fill(row, offset, offset + 2 + units.layers().size(), 0);
    row[offset] = walk.regions();
    row[offset + 1] = walk.flips();
    for (int flip = 0; flip < walk.flips(); flip++) {
      row[offset + 2 + units.layerOf(walk.bit(flip))]++;
    }
  }
}
