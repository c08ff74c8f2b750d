/**
 * What every walker has in common: polylines and their arc length, where bits stand in a pattern,
 * and the buffer that a walk is written into.
 */
@NullMarked
package org.folding.engine.path;

import org.jspecify.annotations.NullMarked;
