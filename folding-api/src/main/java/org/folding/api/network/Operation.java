package org.folding.api.network;

import java.util.List;

/**
 * What a node of a {@link Network} computes. All operations are continuous and piecewise linear.
 * Further operations will come; code that reads a network must refuse those that it does not know.
 */
public sealed interface Operation
    permits Affine,
        Clip,
        Concatenation,
        Convolution,
        Dense,
        MaxOfGroups,
        Rectifier,
        Reshape,
        SparseMap,
        Sum,
        TransposedConvolution {

  /**
   * The shape of the result.
   *
   * @param inputs the shapes of the operands, in order
   * @return the shape of the result
   * @throws IllegalArgumentException if the operation cannot take such operands; the message says
   *     which shape it wants
   */
  Shape outputShape(List<Shape> inputs);
}
