package org.folding.api.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.folding.api.FoldingException;
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
   * The activation layers. Where there is a {@link #network()} they are those of {@link
   * UnitLayer#of}, as by default; a model without one overrides this method.
   *
   * @return every activation layer, in the order of evaluation and under different names; the bits
   *     of an activation pattern follow this order
   */
  default List<UnitLayer> layers() {
    return UnitLayer.of(
        network()
            .orElseThrow(
                () ->
                    new FoldingException(
                        "model '" + name() + "' has no network and names no layers")));
  }

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
   * Asked for where there is no {@link #network()}, which the host evaluates itself.
   *
   * @return a new evaluator for use by one thread, which the host closes; empty where the model
   *     cannot be sampled but by its network
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
