/**
 * What every part of the SPI shares: how a plugin names itself and its options ({@link
 * org.folding.api.ComponentFactory}, {@link org.folding.api.OptionSpec}, {@link
 * org.folding.api.Options}) and how it says that an input is wrong ({@link
 * org.folding.api.InvalidInputException}).
 *
 * <p>The SPI depends on the JDK alone. It is the only thing that the host and a plugin share: each
 * plugin has a class loader of its own that sees these packages and its own JARs, nothing else.
 */
@NullMarked
package org.folding.api;

import org.jspecify.annotations.NullMarked;
