/** Rows of data that paths run between. */
@NullMarked
package org.folding.api.data;

import org.jspecify.annotations.NullMarked;
