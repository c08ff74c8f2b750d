/**
 * Affine maps with sparse rows, put one after the other while a network is compiled. Equal rows, as
 * in a convolution, are kept once.
 */
package org.folding.engine.affine;
