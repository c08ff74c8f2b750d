package acme.faulty;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.api.walk.Walk;

public final class FaultyPlugin implements FoldingPlugin {
  private static final AtomicBoolean EXITING = new AtomicBoolean();

  @Override
  public List<MetricFactory> metrics() {
    MetricValue a = MetricValue.real("a", "A number.");
    MetricValue b = MetricValue.real("b", "Another.");
    return List.of(
        new Faulty("acme-deep", List.of(a), (walk, row, offset) -> row[offset] = depth(0)),
        new Faulty("acme-double", List.of(a, a), (walk, row, offset) -> {}),
        new Faulty("acme-hole", Arrays.asList(a, null), (walk, row, offset) -> {}),
        new Faulty("acme-null", null, (walk, row, offset) -> {}),
        new Faulty("acme-two", List.of(a.asHeadline(), b.asHeadline()), (walk, row, offset) -> {}),
        new Faulty("acme-orphan", List.of(a.ofLayer("fc1", "all")), (walk, row, offset) -> {}),
        new Faulty("acme-beyond", List.of(a), (walk, row, offset) -> row[offset + 1] = 7),
        new Faulty("acme-before", List.of(a), (walk, row, offset) -> row[offset - 1] = 7),
        new Faulty("acme-exit", List.of(a), (walk, row, offset) -> exit()),
        new Faulty("acme-thread", List.of(a), (walk, row, offset) -> exitElsewhere()),
        new Faulty("acme-hungry", List.of(a), (walk, row, offset) -> row[offset] = hoard()),
        new Faulty("acme-gap", List.of(a, b), FaultyPlugin::secondOfLongWalks));
  }

  private static double depth(int level) {
    return 1 + depth(level + 1);
  }

  /** More than an array can hold, however large the heap is. */
  private static double hoard() {
    return new double[Integer.MAX_VALUE].length;
  }

  /** In a thread that nobody waits for. */
  private static void exitElsewhere() {
    if (!EXITING.getAndSet(true)) {
      new Thread(FaultyPlugin::exit).start();
    }
  }

  private static void exit() {
    Runtime.getRuntime().exit(0);
  }

  private static void secondOfLongWalks(Walk walk, double[] row, int offset) {
    row[offset] = walk.flips();
    if (walk.flips() > 5) {
      row[offset + 1] = walk.flips();
    }
  }
}
