/**
 * From a network, a graph of operations, to a {@link org.folding.engine.chain.Chain}. Whatever
 * depends on the network alone is done here, once.
 */
package org.folding.engine.compile;
