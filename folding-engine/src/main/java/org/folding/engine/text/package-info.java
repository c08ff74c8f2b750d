/** Suggestions for misspelt names. */
@NullMarked
package org.folding.engine.text;

import org.jspecify.annotations.NullMarked;
