/**
 * The path generators {@code line}, {@code piecewise} and {@code random}. Each computes a path from
 * its index and holds no list of paths.
 */
package org.folding.core.path;
