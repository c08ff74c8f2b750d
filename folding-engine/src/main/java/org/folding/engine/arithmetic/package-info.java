/** Arithmetic: how numbers of the engine are rounded. */
package org.folding.engine.arithmetic;
