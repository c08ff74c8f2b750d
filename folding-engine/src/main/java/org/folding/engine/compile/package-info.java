/**
 * From a network, a graph of operations, to a {@link org.folding.engine.chain.Chain}. Whatever
 * depends on the network alone is done here, once.
 */
@NullMarked
package org.folding.engine.compile;

import org.jspecify.annotations.NullMarked;
