/**
 * CantorNet (NeurReps 2024): a family of networks over the unit square whose decision boundary is
 * the k-th approximation of the Cantor set, in three representations A, B and C. Their walks are
 * known exactly, which makes them the first models to try anything on.
 */
package org.folding.core.cantornet;
