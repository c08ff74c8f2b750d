package org.folding.api.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/**
 * A loaded model. It offers its piecewise-linear {@link #network()}, from which the host walks
 * exactly and evaluates; or an {@link Evaluator}, by which it can be sampled; or both.
 *
 * <p>A model may be used by many threads at once. Closing it twice does nothing.
 */
public interface Model extends AutoCloseable {

  /**
   * @return a name for reports
   */
  String name();

  /**
   * @return the shape of one input, without a batch axis
   */
  Shape inputShape();

  /**
   * @return every activation layer, in the order of evaluation; the bits of an activation pattern
   *     follow this order
   */
  List<UnitLayer> layers();

  /**
   * @return the network to walk exactly; empty where the model is not piecewise linear
   */
  Optional<Network> network();

  /**
   * @return why there is no {@link #network()}: one sentence for each operator that stands in the
   *     way, with its node; empty where there is one
   */
  default List<String> obstacles() {
    return List.of();
  }

  /**
   * @return a new evaluator for use by one thread; empty where the host is to evaluate {@link
   *     #network()}
   */
  default Optional<Evaluator> newEvaluator() {
    return Optional.empty();
  }

  /**
   * @return the files that the model was read from, for the record of a run; empty where there are
   *     none
   */
  default List<Path> files() {
    return List.of();
  }

  /** Frees what the model holds. */
  @Override
  default void close() {}
}
