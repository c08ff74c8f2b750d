package org.folding.api.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.folding.api.FoldingException;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/**
 * A loaded model. It offers a piecewise-linear {@link #network()}, from which the host walks
 * exactly and evaluates; or an {@link Evaluator}, by which it can be sampled; or both, where only
 * the first layers can be walked exactly.
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
   * The activation layers: by default those that {@link UnitLayer#of} finds in the {@link
   * #network()}. A model that has others, or no network, overrides this method.
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
   * @return the network to walk exactly. Its layers are the first of {@link #layers()} in the order
   *     of dependence, or all: those whose pre-activations are piecewise linear in the input. Empty
   *     where there is no such layer
   */
  Optional<Network> network();

  /**
   * @return why some of the {@link #layers()} are not in the {@link #network()}: one sentence for
   *     each operator that stands in the way, with its node; empty where all are
   */
  default List<String> obstacles() {
    return List.of();
  }

  /**
   * Why a layer cannot be walked exactly. By default each layer that is not in the {@link
   * #network()} has all {@link #obstacles()} in its way.
   *
   * @param layer one of {@link #layers()}
   * @return the reason in one line; empty where the layer can be walked exactly
   */
  default Optional<String> obstacle(UnitLayer layer) {
    if (network().isPresent() && UnitLayer.of(network().get()).contains(layer)) {
      return Optional.empty();
    }
    return Optional.of(
        obstacles().isEmpty() ? "it is not piecewise linear" : String.join("; ", obstacles()));
  }

  /**
   * Why the output of the {@link #network()} does not stand for that of the model, so that nothing
   * can be told of what the model predicts. By default the {@link #obstacles()}.
   *
   * @return the reason in one line; empty where the largest output of the network is the largest of
   *     the model
   */
  default Optional<String> outputObstacle() {
    return obstacles().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", obstacles()));
  }

  /**
   * Asked for where layers that are not in the {@link #network()} are to be sampled; those in it
   * the host evaluates itself.
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
