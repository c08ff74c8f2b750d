/**
 * folding's own model format: a chain of layers in JSON, easy to write from any framework. {@link
 * org.folding.core.json.JsonModels} reads and writes it; what is written reads back as an equal
 * network.
 */
package org.folding.core.json;
