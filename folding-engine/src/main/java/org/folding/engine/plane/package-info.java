/**
 * The linear regions of a piecewise-linear network on a plane through its input space, as exact
 * polygons: {@link org.folding.engine.plane.PlaneRegions} cuts a rectangle of a {@link
 * org.folding.engine.plane.Plane} into them.
 */
@NullMarked
package org.folding.engine.plane;

import org.jspecify.annotations.NullMarked;
