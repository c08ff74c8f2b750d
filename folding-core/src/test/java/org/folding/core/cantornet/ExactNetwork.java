package org.folding.core.cantornet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;

/** Evaluates a network in rational arithmetic: no rounding anywhere. */
final class ExactNetwork {
  private final Network network;

  ExactNetwork(Network network) {
    this.network = network;
  }

  /** The values of the network at a point: the input, then each node's. */
  List<BigFraction[]> values(BigFraction... input) {
    List<BigFraction[]> values = new ArrayList<>();
    values.add(input);
    for (Network.Node node : network.nodes()) {
      BigFraction[] x = values.get(node.operands().get(0));
      if (node.operation() instanceof Dense dense) {
        values.add(dense(dense, x));
      } else if (node.operation() instanceof Rectifier rectifier) {
        assert rectifier.negativeSlope().get(0) == 0;
        BigFraction[] y = new BigFraction[x.length];
        for (int i = 0; i < y.length; i++) {
          y[i] = x[i].compareTo(BigFraction.ZERO) > 0 ? x[i] : BigFraction.ZERO;
        }
        values.add(y);
      } else if (node.operation() instanceof MaxOfGroups max) {
        values.add(
            IntStream.range(0, max.shape().size())
                .mapToObj(max::elements)
                .map(group -> IntStream.of(group).mapToObj(i -> x[i]).max(BigFraction::compareTo))
                .map(Optional::orElseThrow)
                .toArray(BigFraction[]::new));
      } else {
        throw new AssertionError("not expected in CantorNet: " + node);
      }
    }
    return values;
  }

  /** The bits of all units at a point. */
  List<Boolean> pattern(BigFraction... input) {
    List<BigFraction[]> values = values(input);
    List<Boolean> bits = new ArrayList<>();
    for (Network.Node node : network.nodes()) {
      if (node.operation() instanceof Rectifier) {
        for (BigFraction z : values.get(node.operands().get(0))) {
          bits.add(z.compareTo(BigFraction.ZERO) > 0);
        }
      }
    }
    return bits;
  }

  private static BigFraction[] dense(Dense dense, BigFraction[] x) {
    BigFraction[] y = new BigFraction[dense.outputs()];
    for (int o = 0; o < y.length; o++) {
      y[o] = new BigFraction(dense.bias().get(o));
      for (int j = 0; j < x.length; j++) {
        double weight = dense.weights().get(o * x.length + j);
        if (weight != 0) {
          y[o] = y[o].add(new BigFraction(weight).multiply(x[j]));
        }
      }
    }
    return y;
  }
}
