package acme.roles;

import java.util.List;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricValue;
import org.folding.api.metric.Phrase;
import org.folding.api.walk.Walk;

/** A headline that is a share, in its own words: of the flips those before the middle. */
final class Early implements Metric {
  @Override
  public List<MetricValue> values() {
    return List.of(
        MetricValue.share("share", "The share of flips before t = 1/2; 0 without flips.")
            .asHeadline()
            .saying(Phrase.LABEL, "<early> flips")
            .saying(Phrase.SYMBOL, "ε")
            .saying(Phrase.NONZERO, "hasty")
            .saying(Phrase.ZERO, "patient"));
  }

  @Override
  public void measure(Walk walk, double[] row, int offset) {
    int early = 0;
    for (int step = 0; step < walk.steps() && walk.time(step) < 0.5; step++) {
      early = walk.firstFlip(step + 1);
    }
    row[offset] = walk.flips() == 0 ? 0 : (double) early / walk.flips();
  }
}
