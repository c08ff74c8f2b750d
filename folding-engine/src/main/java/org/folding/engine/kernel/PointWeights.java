package org.folding.engine.kernel;

/**
 * The weights of a narrow stage, for {@link PointKernels#apply}.
 *
 * @param inputs how many columns there are
 * @param columns column j starts at j · stride
 * @param bias of each unit, {@code stride} numbers
 * @param stride the number of units, padded to whole vectors
 */
// Arrays of the stage, which never change and are not compared.
public record PointWeights(int inputs, double[] columns, double[] bias, int stride) {}
