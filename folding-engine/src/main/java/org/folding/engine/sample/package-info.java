/**
 * Sampled walks, and the patterns that they look at: of a chain, or of a model that can only be
 * evaluated.
 */
package org.folding.engine.sample;
