/**
 * The adaptive search for flips: from the margins of all bits at some points of a path to the flips
 * along it, with as few evaluations as possible. {@link org.folding.engine.adaptive.AdaptiveSearch}
 * says how. Nothing here knows networks or data.
 */
@NullMarked
package org.folding.engine.adaptive;

import org.jspecify.annotations.NullMarked;
