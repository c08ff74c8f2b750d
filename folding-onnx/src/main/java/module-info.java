/**
 * Loads networks from ONNX files. Programs find the loader as the service {@code FoldingPlugin}.
 */
// Of these modules only folding's own declare themselves. ONNX Runtime, Protocol Buffers and
// Tribuo name theirs in the manifest. Commons Math 3.6.1 has a name from its file alone.
module org.folding.onnx {
  requires transitive org.folding.api;
  requires org.folding.engine;
  requires com.google.protobuf;
  requires com.microsoft.onnxruntime;
  requires commons.math3;
  requires org.tribuo.util.onnx;

  // The service file in META-INF says the same for the class path.
  provides org.folding.api.plugin.FoldingPlugin with
      org.folding.onnx.OnnxPlugin;
}
