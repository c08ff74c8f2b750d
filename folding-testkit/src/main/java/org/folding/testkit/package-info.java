/**
 * Checks that a plugin keeps the contract of the SPI: {@link org.folding.testkit.PluginContract}
 * checks a whole plugin, the other contracts one component each, and {@link
 * org.folding.testkit.Walks} makes walks by hand. A check that fails throws {@link AssertionError},
 * which every test framework understands.
 */
package org.folding.testkit;
