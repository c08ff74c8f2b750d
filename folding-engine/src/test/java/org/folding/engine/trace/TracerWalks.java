package org.folding.engine.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.folding.api.network.Network;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.chain.Chain;
import org.folding.engine.compile.ChainCompiler;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.testing.Networks;

/** Walks by a tracer of a test's choice, whatever would be the fastest for the network. */
final class TracerWalks {
  private TracerWalks() {}

  static Walk walk(Network network, Function<Chain, Tracer> tracer, double[] from, double[] to) {
    Chain chain = chain(network);
    SegmentLengths lengths = new SegmentLengths(Optional.empty());
    return new ChainWalker(chain, units(network), Optional.empty(), lengths, tracer.apply(chain))
        .walk(Networks.line(from, to));
  }

  /** The network with all matrices whole. */
  static Chain chain(Network network) {
    return ChainCompiler.compile(network, units(network), map -> false);
  }

  private static CountedUnits units(Network network) {
    return new CountedUnits(new NetworkModel(network, List.of()).layers());
  }
}
