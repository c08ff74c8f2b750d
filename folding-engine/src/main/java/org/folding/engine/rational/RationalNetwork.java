package org.folding.engine.rational;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.network.Clip;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.engine.network.LinearRows;

/**
 * A network in exact arithmetic, all of its operations. Immutable and shared by threads. Bits are
 * those of all units, in the order of the nodes, as {@link org.folding.api.model.UnitLayer#of}
 * names them.
 */
public final class RationalNetwork {
  /** How many multiplications one evaluation may take where whole lines are walked. */
  public static final long MOST_OF_A_WALK = 2_000_000;

  private final Network network;
  // How many nodes it takes to know all bits: what comes after the last unit tells nothing.
  private final int nodes;
  // For each value, how many bits behind the point it has where the input has none.
  private final int[] scale;
  private final List<Optional<AffineColumns>> columns = new ArrayList<>();

  private RationalNetwork(Network network) {
    this.network = network;
    this.nodes = nodesOfUnits(network);
    this.scale = new int[nodes + 1];
    for (int i = 0; i < nodes; i++) {
      Network.Node node = network.nodes().get(i);
      Optional<AffineColumns> affine = affine(node);
      columns.add(affine);
      scale[i + 1] =
          affine.map(AffineColumns::scale).orElseGet(() -> scale(node, node.operands().get(0)));
    }
  }

  /**
   * @param network a network of any size
   * @return the network in exact arithmetic
   */
  public static RationalNetwork of(Network network) {
    return new RationalNetwork(network);
  }

  /**
   * @param network a network
   * @param mostProducts how many multiplications one evaluation may take
   * @return the network in exact arithmetic; empty where it takes more
   */
  public static Optional<RationalNetwork> of(Network network, long mostProducts) {
    return products(network, mostProducts) > mostProducts
        ? Optional.empty()
        : Optional.of(new RationalNetwork(network));
  }

  /**
   * How many multiplications by other numbers than 0 an evaluation takes; counted no further than
   * past a limit.
   */
  private static long products(Network network, long limit) {
    long[] products = {0};
    for (Network.Node node : network.nodes().subList(0, nodesOfUnits(network))) {
      if (isAffine(node.operation())) {
        LinearRows rows = rows(network, node);
        for (int o = 0; o < node.shape().size() && products[0] <= limit; o++) {
          rows.row(o, (operand, element, weight) -> products[0] += weight == 0 ? 0 : 1);
        }
      }
    }
    return products[0];
  }

  private static int nodesOfUnits(Network network) {
    return IntStream.range(0, network.nodes().size())
        .filter(i -> isUnit(network.nodes().get(i).operation()))
        .reduce(0, (before, i) -> i + 1);
  }

  private static boolean isUnit(Operation operation) {
    return operation instanceof Rectifier || operation instanceof Clip;
  }

  private static boolean isAffine(Operation operation) {
    return !isUnit(operation) && !(operation instanceof MaxOfGroups);
  }

  private int scale(Network.Node node, int operand) {
    if (node.operation() instanceof Rectifier rectifier) {
      return scale[operand] + Dyadic.scale(rectifier.negativeSlope());
    }
    if (node.operation() instanceof Clip clip) {
      int bounds = Math.max(Dyadic.scale(clip.lower()), Dyadic.scale(clip.upper()));
      return Math.max(scale[operand], bounds);
    }
    return scale[operand];
  }

  private Optional<AffineColumns> affine(Network.Node node) {
    if (!isAffine(node.operation())) {
      return Optional.empty();
    }
    return Optional.of(
        AffineColumns.of(
            rows(network, node),
            node.shape().size(),
            shapes(network, node).stream().map(Shape::size).toList(),
            node.operands().stream().map(v -> scale[v]).toList()));
  }

  private static LinearRows rows(Network network, Network.Node node) {
    return LinearRows.of(node.operation(), shapes(network, node), node.shape());
  }

  private static List<Shape> shapes(Network network, Network.Node node) {
    return node.operands().stream()
        .map(v -> v == 0 ? network.inputShape() : network.nodes().get(v - 1).shape())
        .toList();
  }

  /**
   * Walks a line.
   *
   * @param from where it starts, of the network's input size
   * @param to where it ends
   * @return the walk
   */
  public RationalWalk walk(double[] from, double[] to) {
    RationalLine line = new RationalLine(this, from, to);
    line.goTo(LineTime.ZERO);
    BitSet start = line.pattern();
    BitSet last = start;
    List<RationalWalk.Step> steps = new ArrayList<>();
    Optional<LineTime> next = line.nextBend();
    while (next.isPresent() && next.get().compareTo(LineTime.ONE) < 0) {
      line.goTo(next.get());
      BitSet pattern = line.pattern();
      BitSet changed = line.pattern();
      changed.xor(last);
      if (!changed.isEmpty()) {
        steps.add(new RationalWalk.Step(next.get().toFraction(), changed));
      }
      last = pattern;
      next = line.nextBend();
    }
    return new RationalWalk(start, steps);
  }

  /**
   * @param from where a line starts, of the network's input size
   * @param to where it ends
   * @return the line, at no time yet
   */
  public RationalLine line(double[] from, double[] to) {
    return new RationalLine(this, from, to);
  }

  /**
   * The nodes along a line, operands first.
   *
   * @param values receives the values of the nodes; holds the input
   * @param inputScale how many bits behind the point the input has
   * @param bits receives the pattern
   */
  List<LineNode> nodes(List<LineValue> values, int inputScale, BitSet bits) {
    List<LineNode> made = new ArrayList<>();
    int firstBit = 0;
    for (int i = 0; i < nodes; i++) {
      Network.Node node = network.nodes().get(i);
      int first = node.operands().get(0);
      LineValue operand = values.get(first);
      LineValue result = new LineValue(node.shape().size());
      values.add(result);
      if (columns.get(i).isPresent()) {
        made.add(
            new AffineNode(
                columns.get(i).get(),
                node.operands().stream().map(values::get).toList(),
                result,
                inputScale));
      } else if (node.operation() instanceof MaxOfGroups max) {
        made.add(new MaximumNode(max, operand, result));
      } else if (node.operation() instanceof Rectifier rectifier) {
        int more = scale[i + 1] - scale[first];
        Constants slope = new Constants(rectifier.negativeSlope(), more);
        made.add(new RectifierNode(slope, operand, result, bits, firstBit));
        firstBit += operand.size();
      } else if (node.operation() instanceof Clip clip) {
        made.add(
            new ClipNode(
                new Constants(clip.lower(), scale[i + 1]),
                new Constants(clip.upper(), scale[i + 1]),
                scale[i + 1] - scale[first],
                inputScale,
                operand,
                result,
                bits,
                firstBit));
        firstBit += 2 * operand.size();
      } else {
        throw new IllegalStateException("no rational arithmetic for " + node.operation());
      }
    }
    return made;
  }
}
