/**
 * What can be done with a piecewise-linear {@link org.folding.api.network.Network} before any walk:
 * evaluate it, present it as a {@link org.folding.api.model.Model}.
 */
@NullMarked
package org.folding.engine.network;

import org.jspecify.annotations.NullMarked;
