package org.folding.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class HeadlineWordsTest {

  @Test
  void generalWordsTellWhatTheMetricSaysOfIt() {
    assertThat(text(general(4, 0.75, 6).put("description", "how deep it is"), 4))
        .isEqualTo(
            "On 75.0 % of the 4 paths the acme.depth is not 0. The mean is 3, the median 2 and the"
                + " greatest 6. Of the paths on which it is not 0, the median is 5. Acme.depth: how"
                + " deep it is.");
    assertThat(text(general(4, 1, 6), 4))
        .isEqualTo(
            "On all 4 paths the acme.depth is not 0. The mean is 3, the median 2 and the greatest"
                + " 6.");
    assertThat(text(general(4, 0, 0), 4)).isEqualTo("The acme.depth of each of the 4 paths is 0.");
    assertThat(text(general(1, 1, 6), 1)).isEqualTo("The acme.depth of the path is 6.");
  }

  @Test
  void pathsWithoutTheNumberAreLeftOut() {
    assertThat(text(general(4, 0.75, 6), 9))
        .startsWith("On 75.0 % of the 4 paths on which it is defined the acme.depth is not 0. ");
    assertThat(text(general(0, 0, 0), 9))
        .isEqualTo("Acme.depth is not defined on any of the paths.");
    assertThat(text(own(4, 0.75, 6), 9))
        .startsWith("75.0 % of the 9 paths turn. ")
        .endsWith(" These numbers are over the 4 paths on which it is defined.");
  }

  @Test
  void itsOwnWordsMayBeFew() {
    assertThat(text(own(4, 0.75, 6), 4))
        .isEqualTo(
            "75.0 % of the 4 paths turn. The mean depth is 3, the median 2 and the greatest 6. Of"
                + " the paths that turn, the median is 5.");
    assertThat(text(own(4, 0, 0), 4)).isEqualTo("None of the 4 paths turns.");
    assertThat(text(own(1, 0, 0), 1)).isEqualTo("The path does not turn: its depth is 0.");
    assertThat(text(own(1, 1, 6), 1)).isEqualTo("The path turns: its depth is 6.");
  }

  private static String text(ObjectNode value, long paths) {
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    summary.putObject("metrics").putObject("acme").set("depth", value);
    return new HeadlineWords(RunValue.headlines(summary).get(0), paths).text();
  }

  private static ObjectNode general(long count, double share, double max) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "count")
        .put("role", "headline")
        .put("count", count)
        .put("share_nonzero", share)
        .put("mean", 3)
        .put("median", 2)
        .put("max", max)
        .put("median_nonzero", 5);
  }

  private static ObjectNode own(long count, double share, double max) {
    ObjectNode value = general(count, share, max);
    value
        .putObject("phrases")
        .put("label", "depth")
        .put("verb", "turn")
        .put("verb_singular", "turns");
    return value;
  }
}
