/**
 * Sampled walks, and the patterns that they look at: of a chain, or of a model that can only be
 * evaluated.
 */
@NullMarked
package org.folding.engine.sample;

import org.jspecify.annotations.NullMarked;
