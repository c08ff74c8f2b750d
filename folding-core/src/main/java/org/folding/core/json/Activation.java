package org.folding.core.json;

import java.util.Optional;
import java.util.OptionalDouble;
import org.folding.api.network.Tensor;

/** The activations by the words that users write. */
enum Activation {
  IDENTITY("identity", "", OptionalDouble.empty(), false),
  RELU("relu", "Relu", OptionalDouble.of(0), false),
  LEAKY_RELU("leaky-relu", "LeakyRelu", OptionalDouble.of(0.01), true),
  PRELU("prelu", "PRelu", OptionalDouble.empty(), true),
  ABS("abs", "Abs", OptionalDouble.of(-1), false),
  CLIP("clip", "Clip", OptionalDouble.empty(), false),
  RECTIFIER("rectifier", "", OptionalDouble.empty(), true);

  private final String word;
  private final String operator;
  private final OptionalDouble slope;
  private final boolean slopeMayBeGiven;

  Activation(String word, String operator, OptionalDouble slope, boolean slopeMayBeGiven) {
    this.word = word;
    this.operator = operator;
    this.slope = slope;
    this.slopeMayBeGiven = slopeMayBeGiven;
  }

  /** The word in the file. */
  String word() {
    return word;
  }

  /** The operator's name; empty where the file gives it. */
  String operator() {
    return operator;
  }

  /** The slope where the file gives none; empty where it must. */
  Optional<Tensor> slope() {
    return slope.isPresent() ? Optional.of(Tensor.scalar(slope.getAsDouble())) : Optional.empty();
  }

  /** Whether the file may give a slope. */
  boolean slopeMayBeGiven() {
    return slopeMayBeGiven;
  }
}
