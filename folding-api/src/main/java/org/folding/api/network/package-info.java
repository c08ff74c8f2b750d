/**
 * Piecewise-linear networks as data: an acyclic graph of {@linkplain
 * org.folding.api.network.Operation operations} with their weights, that a model loader builds and
 * the exact walk reads.
 *
 * <p>Tensors are row-major and have no batch axis: an image of one channel has shape [1,28,28].
 */
@NullMarked
package org.folding.api.network;

import org.jspecify.annotations.NullMarked;
