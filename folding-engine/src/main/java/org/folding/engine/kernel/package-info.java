/**
 * The inner loops of exact walks, each in plain Java and on the Vector API, with equal bits, and
 * the arrays that they work on. They know neither networks nor lines.
 */
@NullMarked
package org.folding.engine.kernel;

import org.jspecify.annotations.NullMarked;
