/**
 * Paths through input space and the generators that enumerate them. A generator is addressed by
 * index and holds no list, so that 10^8 paths cost no memory and any block of them can be made
 * anywhere.
 */
@NullMarked
package org.folding.api.path;

import org.jspecify.annotations.NullMarked;
