package org.folding.core.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folding.api.metric.LayerPart;
import org.folding.api.metric.MetricValue;

/** Checks that the roles of a metric's values fit together. */
public final class MetricRoles {

  private MetricRoles() {}

  /**
   * @param values the values of a metric
   * @return what is wrong, a clause whose subject is the metric; empty if nothing is
   */
  public static Optional<String> fault(List<MetricValue> values) {
    List<String> names = values.stream().map(MetricValue::name).toList();
    List<String> headlines = new ArrayList<>();
    for (MetricValue value : values) {
      if (value.headline()) {
        headlines.add(value.name());
      }
      Optional<String> whole = value.part().map(LayerPart::whole);
      if (whole.isPresent() && !names.contains(whole.get())) {
        return Optional.of(
            "says that value '"
                + value.name()
                + "' is a part of '"
                + whole.get()
                + "', which is none of its values");
      }
    }
    return headlines.size() > 1
        ? Optional.of(
            "gives two headlines, '" + headlines.get(0) + "' and '" + headlines.get(1) + "'")
        : Optional.empty();
  }
}
