/**
 * Plugins: from a folder of JARs to a {@link org.folding.core.plugin.ComponentRegistry} of model
 * loaders, path generators and metrics by name.
 *
 * <p>{@link org.folding.core.plugin.PluginLoader} finds folding's own components and those of
 * plugin JARs over the same road, {@link java.util.ServiceLoader}. Each plugin has a class loader
 * of its own that shares with the host the packages {@code org.folding.api} and nothing else, and
 * every call into a plugin passes a guard that names the plugin where the call fails.
 */
package org.folding.core.plugin;
