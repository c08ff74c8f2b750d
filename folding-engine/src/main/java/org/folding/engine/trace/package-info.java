/**
 * The exact walk: tracers find where the units of a chain flip along straight lines, stage by
 * stage, and {@link org.folding.engine.trace.ChainWalker} makes walks of that.
 */
@NullMarked
package org.folding.engine.trace;

import org.jspecify.annotations.NullMarked;
