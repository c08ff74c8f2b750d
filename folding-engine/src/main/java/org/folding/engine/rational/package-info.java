/**
 * Walks without rounding. Weights and inputs are floats, so dyadic rationals, and along a line
 * every value of a piecewise-linear network is α + β·t with dyadic α and β from one bend to the
 * next: whole numbers of any length over a power of two are all it takes. This is the referee of
 * the float64 walk, with which it shares the list of a network's operations and neither method nor
 * decisions.
 */
@NullMarked
package org.folding.engine.rational;

import org.jspecify.annotations.NullMarked;
