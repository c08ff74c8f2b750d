/**
 * How fast walks are: JMH benchmarks on real networks and data, each of which first checks that
 * what it measures is right.
 */
package org.folding.benchmarks;
