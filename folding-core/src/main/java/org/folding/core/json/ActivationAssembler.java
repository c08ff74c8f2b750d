package org.folding.core.json;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.folding.api.network.Clip;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.UnitRole;

/** Makes the activation that a layer describes. */
final class ActivationAssembler {
  private final LayerFields layer;
  private final LayerPlace place;

  ActivationAssembler(LayerFields layer, LayerPlace place) {
    this.layer = layer;
    this.place = place;
  }

  /** The activation that the layer names, with the fields that go with it. */
  Activation named(LayerType type) {
    Activation activation =
        choose("activation", Activation.IDENTITY, Activation.values(), Activation::word);
    boolean identity = activation == Activation.IDENTITY;
    boolean clip = activation == Activation.CLIP;
    if (identity && type == LayerType.ACTIVATION) {
      throw place.wrong(
          "", "is of type 'activation' and needs an 'activation' other than identity");
    }
    for (String field : List.of("slope", "lower", "upper", "operator", "units")) {
      boolean fits =
          switch (field) {
            case "slope" -> activation.slopeMayBeGiven();
            case "lower", "upper" -> clip;
            case "operator" -> clip || activation == Activation.RECTIFIER;
            default -> !identity;
          };
      if (layer.has(field) && !fits) {
        throw place.wrong(
            "." + field, "does not go with the activation '" + activation.word() + "'");
      }
    }
    return activation;
  }

  /**
   * @param activation the layer's activation, not the identity
   * @param last whether the layer is the last one
   */
  Operation of(Activation activation, boolean last) {
    String operator =
        activation == Activation.RECTIFIER
            ? place.required("operator", layer.text("operator", null))
            : layer.text("operator", activation.operator());
    UnitRole role =
        choose(
            "units", last ? UnitRole.READOUT : UnitRole.HIDDEN, UnitRole.values(), UnitRole::word);
    if (activation == Activation.CLIP) {
      return new Clip(
          operator,
          place.required("lower", layer.tensor("lower", null)),
          place.required("upper", layer.tensor("upper", null)),
          role);
    }
    return new Rectifier(
        operator,
        place.required("slope", layer.tensor("slope", activation.slope().orElse(null))),
        role);
  }

  /** The value whose word a field gives. */
  private <T> T choose(String field, T absent, T[] values, Function<T, String> toWord) {
    if (!layer.has(field)) {
      return absent;
    }
    String word = layer.text(field, null);
    for (T value : values) {
      if (toWord.apply(value).equals(word)) {
        return value;
      }
    }
    List<String> words = Arrays.stream(values).map(toWord).toList();
    throw place.wrong("." + field, "is '" + word + "'; " + JsonCursor.suggestion(word, words));
  }
}
