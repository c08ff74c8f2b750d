package acme.good;

import java.util.List;
import java.util.Optional;
import org.folding.api.Options;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/** A model without layers for every text that starts with "acme:". */
final class NamedModels implements ModelLoaderFactory {
  @Override
  public String name() {
    return "acme-models";
  }

  @Override
  public String description() {
    return "Models of no content.";
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source.text().startsWith("acme:");
  }

  @Override
  public ModelLoader create(Options options) {
    return source -> new Empty(source.text());
  }

  private record Empty(String name) implements Model {
    @Override
    public Shape inputShape() {
      return Shape.of(2);
    }

    @Override
    public List<UnitLayer> layers() {
      return List.of();
    }

    @Override
    public Optional<Network> network() {
      return Optional.empty();
    }

    @Override
    public List<String> obstacles() {
      throw new IllegalStateException("obstacles of\n" + name);
    }

    @Override
    public Optional<Evaluator> newEvaluator() {
      return Optional.of(
          (points, rows, margins) -> {
            throw new UnsupportedOperationException("nothing to evaluate");
          });
    }
  }
}
