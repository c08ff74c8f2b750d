package org.folding.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/** The rules for metrics. */
public final class MetricContract {
  /** How many cells before and after a metric's numbers are watched. */
  private static final int GUARD = 3;

  /** What the row holds before; no metric gives either number. */
  private static final double[] FILLS = {-7.03125e-301, 5.0390625e300};

  private final Subject subject;
  private final MetricFactory factory;
  private final Options options;
  private final MetricContext context;
  private final List<MetricValue> values;

  private MetricContract(MetricFactory factory, Map<String, String> given, MetricContext context) {
    this.subject = Subject.of(factory);
    this.factory = factory;
    this.options = subject.options(factory, given);
    this.context = context;
    this.values = values(create());
  }

  /**
   * Checks a metric with its default options, on walks of many sorts.
   *
   * @param factory the metric's factory
   * @throws AssertionError if it breaks a rule
   */
  public static void check(MetricFactory factory) {
    check(factory, Map.of());
  }

  /**
   * Checks a metric on walks of many sorts.
   *
   * @param factory the metric's factory
   * @param options values of its options, by key without prefix
   * @throws AssertionError if it breaks a rule
   */
  public static void check(MetricFactory factory, Map<String, String> options) {
    check(
        factory,
        options,
        new MetricContext(SampleWalks.UNITS, WalkMode.EXACT, Optional.empty()),
        SampleWalks.all());
  }

  /**
   * Checks a metric: {@code values()} are stable and have different names, {@code measure()} writes
   * one number for each and nothing else, the numbers depend on the walk alone, and those of kind
   * COUNT are whole.
   *
   * @param factory the metric's factory
   * @param options values of its options, by key without prefix
   * @param context what the metric is told of the run
   * @param walks the walks to measure, with the units and the mode of the context
   * @throws AssertionError if it breaks a rule
   */
  public static void check(
      MetricFactory factory,
      Map<String, String> options,
      MetricContext context,
      List<? extends Walk> walks) {
    FactoryContract.check(factory);
    MetricContract contract = new MetricContract(factory, options, context);
    contract.checkValues();
    List<double[]> expected = new ArrayList<>();
    for (Walk walk : walks) {
      expected.add(contract.numbersOf(walk));
    }
    contract.checkOrder(walks, expected);
  }

  /**
   * Measures one walk as a run does.
   *
   * @param factory the metric's factory
   * @param options values of its options, by key without prefix
   * @param walk the walk
   * @return one number for each of the metric's values
   * @throws org.folding.api.InvalidInputException if the metric refuses the options
   * @throws AssertionError if the metric writes anything else than its numbers
   */
  public static double[] measure(MetricFactory factory, Map<String, String> options, Walk walk) {
    Subject subject = Subject.of(factory);
    MetricContext context = new MetricContext(walk.units(), walk.mode(), Optional.empty());
    // Tests ask for what a metric refuses: that passes through as it is.
    factory.create(subject.options(factory, options), context);
    return new MetricContract(factory, options, context).numbersOf(walk);
  }

  private Metric create() {
    return subject.call("create()", () -> factory.create(options, context));
  }

  private List<MetricValue> values(Metric metric) {
    return subject.list("values()", metric::values);
  }

  private void checkValues() {
    Set<String> names = new HashSet<>();
    for (MetricValue value : values) {
      if (value.name().isBlank() || value.description().isBlank()) {
        throw subject.broken("every value must have a name and a description: found " + value);
      }
      if (!names.add(value.name())) {
        throw subject.broken(
            "values() must have different names: found '" + value.name() + "' twice");
      }
    }
    Metric metric = create();
    subject.same("values() must be the same from every instance", values, values(metric));
    subject.same("values() must always return the same", values, values(metric));
  }

  /** The numbers of a walk by metrics that have measured nothing else. */
  private double[] numbersOf(Walk walk) {
    double[] first = measure(create(), walk, GUARD, FILLS[0]);
    double[] second = measure(create(), walk, 0, FILLS[1]);
    for (int i = 0; i < first.length; i++) {
      if (first[i] == FILLS[0] && second[i] == FILLS[1]) {
        throw subject.broken("measure() must write " + value(i) + ": found nothing for " + walk);
      }
      requireSame(i, walk, "a second instance, elsewhere in the row,", first[i], second[i]);
      boolean whole = Double.isFinite(first[i]) && Math.rint(first[i]) == first[i];
      if (values.get(i).kind() == MetricValue.Kind.COUNT && !whole) {
        throw subject.broken(
            value(i)
                + " is a COUNT and must be a whole number: found "
                + first[i]
                + " for "
                + walk);
      }
    }
    return first;
  }

  /** One metric for all walks, there and back. */
  private void checkOrder(List<? extends Walk> walks, List<double[]> expected) {
    Metric metric = create();
    for (int turn = 0; turn < 2 * walks.size(); turn++) {
      int at = turn < walks.size() ? turn : 2 * walks.size() - 1 - turn;
      double[] found = measure(metric, walks.get(at), GUARD, FILLS[0]);
      for (int i = 0; i < found.length; i++) {
        requireSame(
            i, walks.get(at), "one that has measured other walks", expected.get(at)[i], found[i]);
      }
    }
  }

  private void requireSame(int i, Walk walk, String who, double expected, double found) {
    if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(found)) {
      throw subject.broken(
          value(i)
              + " must depend on the walk alone: expected "
              + expected
              + " as from a new metric but "
              + who
              + " gives "
              + found
              + " for "
              + walk);
    }
  }

  private double[] measure(Metric metric, Walk walk, int offset, double fill) {
    double[] row = new double[offset + values.size() + GUARD];
    Arrays.fill(row, fill);
    subject.run("measure()", () -> metric.measure(walk, row, offset));
    for (int cell = 0; cell < row.length; cell++) {
      boolean own = cell >= offset && cell < offset + values.size();
      if (!own && row[cell] != fill) {
        throw subject.broken(
            "measure() must write "
                + values.size()
                + " numbers from the offset on and nothing else: with offset "
                + offset
                + " it changed cell "
                + cell
                + " to "
                + row[cell]);
      }
    }
    return Arrays.copyOfRange(row, offset, offset + values.size());
  }

  private String value(int i) {
    return "value '" + values.get(i).name() + "'";
  }
}
