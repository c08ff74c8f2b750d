/**
 * The form of a network that exact walks run on: a chain of stages, each an affine map and the
 * units that bend after it, with its values at a point and the rounding errors that these may have.
 */
@NullMarked
package org.folding.engine.chain;

import org.jspecify.annotations.NullMarked;
