/**
 * Walks: from a model and a path to the sequence of activation patterns. {@link
 * org.folding.engine.WalkerFactory} chooses between the exact walk of piecewise-linear networks and
 * the sampled one.
 */
package org.folding.engine;
