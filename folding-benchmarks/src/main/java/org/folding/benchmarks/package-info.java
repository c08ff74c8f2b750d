/**
 * How fast walks are: JMH benchmarks on real networks and data, each of which first checks that
 * what it measures is right; and how often walks by evaluations are.
 */
package org.folding.benchmarks;
