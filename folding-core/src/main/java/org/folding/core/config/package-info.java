/**
 * Configuration: from the text of a properties file to {@link
 * org.folding.core.config.RunConfiguration}. Everything that is wrong is told at once, one line a
 * problem; a configuration that exists is valid.
 */
package org.folding.core.config;
