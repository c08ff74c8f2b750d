/** Benchmarks of the walk's inner loops, which can be seen from their own package alone. */
package org.folding.engine.kernel;
