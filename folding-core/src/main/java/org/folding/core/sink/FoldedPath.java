package org.folding.core.sink;

/**
 * One of the paths of a run that come first by the headline.
 *
 * @param path its index, from 0
 * @param value the number that it is chosen by
 * @param flips the number of flips of its walk
 * @param regions the number of patterns of its walk
 * @param from the row of the data where it starts, or −1
 * @param to the row of the data where it ends, or −1
 */
public record FoldedPath(long path, double value, int flips, int regions, int from, int to) {}
