/**
 * Models as the pipeline sees them, and the loaders that make them: {@link
 * org.folding.api.model.ModelLoader} turns what the user named into a {@link
 * org.folding.api.model.Model}.
 */
@NullMarked
package org.folding.api.model;

import org.jspecify.annotations.NullMarked;
