/** Arithmetic: how numbers of the engine are rounded. */
@NullMarked
package org.folding.engine.arithmetic;

import org.jspecify.annotations.NullMarked;
