/** Metrics: numbers measured on one walk. */
package org.folding.api.metric;
