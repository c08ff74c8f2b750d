/**
 * Runs: walks every path of a generator over worker threads, measures the walks and hands the
 * results on in the order of the paths. {@link org.folding.core.pipeline.Folding} is the entry
 * point for programs that embed folding.
 */
package org.folding.core.pipeline;
