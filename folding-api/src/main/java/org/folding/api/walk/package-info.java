/**
 * The walk: the sequence of activation patterns met along a path, kept as its first pattern and the
 * flips in the order of time, so that what is measured on it costs O(flips).
 */
@NullMarked
package org.folding.api.walk;

import org.jspecify.annotations.NullMarked;
