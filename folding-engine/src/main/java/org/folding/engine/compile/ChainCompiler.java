package org.folding.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.folding.api.data.Dataset;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.walk.CountedUnits;
import org.folding.engine.affine.AffineComposition;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.Stage;
import org.folding.engine.network.LinearRows;

/**
 * Turns a network into a {@link Chain}. Every value that is still to be read is kept as an affine
 * map of what the last stage passes on; where units bend, such values go through units of the next
 * stage that do not, so that a graph with branches becomes a chain too.
 */
public final class ChainCompiler {
  private final Network network;
  private final CountedUnits counted;
  private final Predicate<AffineMap> isSparse;
  private final Probes probes;
  private final List<Stage> stages = new ArrayList<>();
  // The node that reads each value last, or −1.
  private final int[] lastReader;
  // For each value that is still to be read what it is of the outputs of the last stage.
  private final AffineMap[] maps;
  // Which outputs of the last stage have no error of their own.
  private boolean[] isEcho;
  private int layer;
  private int lastCounted;

  private ChainCompiler(
      Network network, CountedUnits counted, Probes probes, Predicate<AffineMap> isSparse) {
    this.network = network;
    this.counted = counted;
    this.isSparse = isSparse;
    this.probes = probes;
    int values = network.nodes().size() + 1;
    this.maps = new AffineMap[values];
    this.lastReader = new int[values];
    Arrays.fill(lastReader, -1);
    for (int i = 0; i < network.nodes().size(); i++) {
      for (int operand : network.nodes().get(i).operands()) {
        lastReader[operand] = i;
      }
    }
    maps[0] = AffineMap.identity(probes.inputMagnitudes());
    isEcho = new boolean[maps[0].outputs()];
  }

  /**
   * Compiles a network up to its last counted unit.
   *
   * @param data of the kind that it will be walked between
   */
  public static Chain compile(Network network, CountedUnits counted, Optional<Dataset> data) {
    return compile(network, counted, Probes.of(network, data), Stage::isSparse);
  }

  /**
   * Compiles a network up to its last counted unit.
   *
   * @param isSparse whether a stage with this map leaves out zeros
   */
  public static Chain compile(
      Network network, CountedUnits counted, Predicate<AffineMap> isSparse) {
    return compile(network, counted, Probes.of(network, Optional.empty()), isSparse);
  }

  private static Chain compile(
      Network network, CountedUnits counted, Probes probes, Predicate<AffineMap> isSparse) {
    ChainCompiler compiler = new ChainCompiler(network, counted, probes, isSparse);
    // What comes after the last counted layer does not matter.
    for (int i = 0; i < network.nodes().size() && compiler.layer < counted.layers().size(); i++) {
      compiler.add(i);
    }
    compiler.checkLayers();
    return new Chain(network.inputShape().size(), compiler.stages.subList(0, compiler.lastCounted));
  }

  /**
   * Compiles a network whole. The last stage are its outputs, as units that do not bend.
   *
   * @param countedStages receives how many stages there are up to the last counted unit
   */
  public static Chain compileWhole(
      Network network, CountedUnits counted, IntConsumer countedStages) {
    Probes probes = Probes.of(network, Optional.empty());
    ChainCompiler compiler = new ChainCompiler(network, counted, probes, Stage::isSparse);
    for (int i = 0; i < network.nodes().size(); i++) {
      compiler.add(i);
    }
    compiler.checkLayers();
    AffineMap outputs = compiler.maps[network.nodes().size()];
    double[] slope = new double[outputs.outputs()];
    int[] bit = new int[outputs.outputs()];
    Arrays.fill(slope, 1);
    Arrays.fill(bit, -1);
    double errorGain = ErrorGain.of(List.of(outputs), compiler.isEcho, false);
    compiler.stages.add(new Stage(outputs, slope, bit, null, errorGain, errorGain, 1));
    countedStages.accept(compiler.lastCounted);
    return new Chain(network.inputShape().size(), compiler.stages);
  }

  private void checkLayers() {
    if (layer != counted.layers().size()) {
      throw new IllegalArgumentException(
          "counted layer '" + counted.layers().get(layer).name() + "' is not a node");
    }
  }

  private void add(int i) {
    Network.Node node = network.nodes().get(i);
    Operation operation = node.operation();
    AffineMap first = maps[node.operands().get(0)];
    if (operation instanceof Rectifier rectifier) {
      rectify(i, rectifier, first);
    } else if (operation instanceof Clip clip) {
      clip(i, clip, first);
    } else if (operation instanceof MaxOfGroups max) {
      maximum(i, max, first);
    } else if (operation instanceof Reshape) {
      maps[i + 1] = first;
    } else {
      maps[i + 1] = affine(node);
    }
    for (int v = 0; v <= i; v++) {
      if (lastReader[v] <= i) {
        maps[v] = null;
      }
    }
  }

  private AffineMap affine(Network.Node node) {
    List<Shape> shapes = node.operands().stream().map(this::shape).toList();
    return AffineComposition.of(
        LinearRows.of(node.operation(), shapes, node.shape()),
        node.operands().stream().map(operand -> maps[operand]).toList(),
        node.shape().size());
  }

  private Shape shape(int value) {
    return value == 0 ? network.inputShape() : network.nodes().get(value - 1).shape();
  }

  private void rectify(int i, Rectifier rectifier, AffineMap operand) {
    Network.Node node = network.nodes().get(i);
    int units = node.shape().size();
    double[] slope = new double[units];
    Arrays.setAll(slope, o -> AffineMap.each(rectifier.negativeSlope(), o));
    UnitOrder order = new UnitOrder();
    order.add(node.shape());
    maps[i + 1] = emit(i, Bend.rectifier(operand, slope, bits(node, units)), order);
  }

  /** min(max(z, l), u) = l + relu(z − l) − relu(z − u). */
  private void clip(int i, Clip clip, AffineMap operand) {
    Network.Node node = network.nodes().get(i);
    int units = node.shape().size();
    int[] both = bits(node, 2 * units);
    int[] bit = new int[2 * units];
    for (int o = 0; o < units; o++) {
      bit[o] = both[2 * o];
      bit[units + o] = both[2 * o + 1];
    }
    Bend bend =
        Bend.clip(operand, operand.then(less(clip.lower())), operand.then(less(clip.upper())), bit);
    UnitOrder order = new UnitOrder();
    order.add(node.shape());
    order.add(node.shape());
    int[] lower = IntStream.range(0, units).toArray();
    int[] upper = IntStream.range(units, 2 * units).toArray();
    maps[i + 1] =
        emit(i, bend, order)
            .combine(lower, upper, -1)
            .then(new Affine(Tensor.scalar(1), clip.lower()));
  }

  private static Affine less(Tensor bound) {
    return new Affine(
        Tensor.scalar(1),
        Tensor.of(bound.shape(), Arrays.stream(bound.toArray()).map(b -> -b).toArray()));
  }

  /** The bits of a node's units, −1 where they are not counted. */
  private int[] bits(Network.Node node, int count) {
    int[] bit = new int[count];
    Arrays.fill(bit, -1);
    if (layer < counted.layers().size() && counted.layers().get(layer).name().equals(node.name())) {
      int first = counted.firstBit(layer++);
      Arrays.setAll(bit, o -> first + o);
      lastCounted = stages.size() + 1;
    }
    return bit;
  }

  /**
   * Adds a stage: the units of node i, then units that pass on all values that later nodes read.
   *
   * @param order that of the units of node i
   * @return what the units of node i pass on
   */
  private AffineMap emit(int i, Bend bend, UnitOrder order) {
    List<AffineMap> parts = new ArrayList<>(List.of(bend.map()));
    List<AffineMap> passed = new ArrayList<>(List.of(bend.passed()));
    List<Integer> kept = new ArrayList<>();
    for (int v = 0; v <= i; v++) {
      if (maps[v] != null && lastReader[v] > i) {
        kept.add(v);
        parts.add(maps[v]);
        passed.add(maps[v]);
        order.add(shape(v));
      }
    }
    AffineMap all = AffineMap.stack(parts);
    double[] scale = UnitScales.of(all, probes.evaluate(all));
    boolean isScaled = !UnitScales.areOne(scale);
    AffineMap scaled =
        isScaled ? all.then(new Affine(Tensor.vector(scale), Tensor.scalar(0))) : all;
    boolean sparse = isSparse.test(all);
    int[] chosen = sparse ? order.order() : IntStream.range(0, all.outputs()).toArray();
    double[] slope = new double[chosen.length];
    int[] bit = new int[chosen.length];
    boolean[] echo = new boolean[chosen.length];
    for (int o = 0; o < chosen.length; o++) {
      boolean bends = 0 <= chosen[o] && chosen[o] < bend.units();
      slope[o] = bends ? bend.slope()[chosen[o]] : 1;
      bit[o] = bends ? bend.bit()[chosen[o]] : -1;
      echo[o] = bends && bend.isEcho()[chosen[o]];
    }
    double errorGain = ErrorGain.of(List.of(scaled), isEcho, sparse);
    // What the units make together is not scaled as they are, so the bound for each has to do.
    boolean isBoundOfEach = isScaled || passed.equals(parts);
    AffineMap arranged = sparse ? scaled.arrange(chosen) : scaled;
    double activity = probes.pass(arranged, chosen, scale, slope);
    stages.add(
        new Stage(
            arranged,
            slope,
            bit,
            sparse ? order.cells() : null,
            errorGain,
            isBoundOfEach ? errorGain : ErrorGain.of(passed, isEcho, sparse),
            activity));
    isEcho = echo;
    int[] place = sparse ? order.places() : chosen;
    double[] factor = UnitScales.inverse(scale);
    int first = bend.units();
    for (int v : kept) {
      int end = first + maps[v].outputs();
      maps[v] = read(arranged, place, factor, first, end);
      first = end;
    }
    return read(arranged, place, factor, 0, bend.units());
  }

  /**
   * What some units of a stage pass on, each times a factor.
   *
   * @param stage its pre-activations
   */
  private static AffineMap read(AffineMap stage, int[] place, double[] factor, int first, int end) {
    int[] chosen = Arrays.copyOfRange(place, first, end);
    double[] factors = Arrays.copyOfRange(factor, first, end);
    double[] products = new double[chosen.length];
    Arrays.setAll(products, o -> factors[o] * stage.magnitude(chosen[o]));
    return AffineMap.select(stage.outputs(), chosen, factors, products);
  }

  /**
   * Maxima as uncounted kinks: max(a, b) = relu(a − b) + b, pair by pair as in a tournament. The
   * second of a pair, and whoever has no partner, passes through a unit that does not bend.
   */
  private void maximum(int i, MaxOfGroups max, AffineMap operand) {
    int[][] groups =
        IntStream.range(0, max.shape().size()).mapToObj(max::elements).toArray(int[][]::new);
    AffineMap players = operand;
    while (Arrays.stream(groups).anyMatch(group -> group.length > 1)) {
      Tournament round = Tournament.of(groups);
      UnitOrder order = new UnitOrder();
      order.add(Tournament.firstUnits(groups), UnitOrder.channels(max.shape()));
      groups = round.survivors();
      players = round.sums(emit(i, round.bend(players), order));
    }
    int[] winners = Arrays.stream(groups).mapToInt(group -> group[0]).toArray();
    int[] alone = new int[winners.length];
    Arrays.fill(alone, -1);
    maps[i + 1] = players.combine(winners, alone, 0);
  }
}
