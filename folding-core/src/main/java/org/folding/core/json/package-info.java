/**
 * folding's own model format: layers in JSON, a chain or a graph, easy to write from any framework.
 * {@link org.folding.core.json.JsonModels} reads and writes it; what is written reads back as an
 * equal network.
 */
package org.folding.core.json;
