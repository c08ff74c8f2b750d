/**
 * Reads ONNX files into {@link org.folding.api.network.Network}.
 *
 * <p>The way of a file: {@link org.folding.onnx.OnnxFile} turns bytes into a protobuf message or
 * says what the bytes are instead; {@link org.folding.onnx.GraphStructure} checks that the graph
 * hangs together; {@link org.folding.onnx.KeptGraph} leaves out what no walk needs; {@link
 * org.folding.onnx.GraphReader} lets the {@linkplain org.folding.onnx.OperatorReader reader of each
 * operator} add to the network; {@link org.folding.onnx.RuntimeCheck} compares the result with ONNX
 * Runtime. A new operator is a new reader, registered in {@link org.folding.onnx.Operators}.
 */
package org.folding.onnx;
