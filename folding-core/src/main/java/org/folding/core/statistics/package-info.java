/**
 * Statistics over many paths that can be merged in any order, to the last bit, in bounded memory.
 */
package org.folding.core.statistics;
