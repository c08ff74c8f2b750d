package org.folding.engine.plane;

/**
 * A point of a plane.
 *
 * @param u its first coordinate
 * @param v its second coordinate
 */
public record PlanePoint(double u, double v) {}
