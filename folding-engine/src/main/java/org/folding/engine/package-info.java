/**
 * Walks through networks, for programs that need nothing else of folding: from a model and a path
 * to the sequence of activation patterns. {@link org.folding.engine.WalkerFactory} chooses between
 * the exact walk of piecewise-linear networks, the sampled and the adaptive one.
 *
 * <p>The flips of a network of two hidden layers along a line:
 *
 * <pre>{@code
 * Network.Builder layers = Network.builder("tent", Shape.of(1));
 * layers.then("dense1", Dense.of(new double[][] {{1}, {1}}, 0, -0.5));
 * layers.then("relu1", Rectifier.relu(UnitRole.HIDDEN));
 * layers.then("dense2", Dense.of(new double[][] {{2, -4}}, -0.5));
 * layers.then("relu2", Rectifier.relu(UnitRole.HIDDEN));
 * try (Walker walker = WalkerFactory.exact(layers.build()).newWalker()) {
 *   Walk walk = walker.walk(InputPath.line(new double[] {-0.5}, new double[] {1.5}));
 *   for (int step = 0; step < walk.steps(); step++) {
 *     for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
 *       flips.add("unit " + walk.bit(flip) + " at t = " + walk.time(step));
 *     }
 *   }
 * }
 * }</pre>
 */
@NullMarked
package org.folding.engine;

import org.jspecify.annotations.NullMarked;
