/**
 * What receives the results of a run, block by block in the order of the paths: tables, statistics,
 * histograms, the most folded paths, and the JSON files made of them.
 */
package org.folding.core.sink;
