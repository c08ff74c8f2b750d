/**
 * The entry point of a plugin: {@link org.folding.api.plugin.FoldingPlugin}, found by {@link
 * java.util.ServiceLoader}, and the level of the SPI that it was built for.
 */
@NullMarked
package org.folding.api.plugin;

import org.jspecify.annotations.NullMarked;
