/**
 * The metrics that folding brings: {@link org.folding.metrics.RangeMetric range} (space folding)
 * and {@link org.folding.metrics.ConvexityDefectMetric convexity-defect}. Both take O(flips) a
 * walk.
 */
package org.folding.metrics;
