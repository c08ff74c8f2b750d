/**
 * Affine maps with sparse rows, put one after the other while a network is compiled. Equal rows, as
 * in a convolution, are kept once.
 */
@NullMarked
package org.folding.engine.affine;

import org.jspecify.annotations.NullMarked;
