package org.folding.onnx;

import org.folding.onnx.Value.Signal;

/** Gemm: α·A·B + β·C with a computed A, and constants B [k,n], or [n,k] with transB, and C. */
final class GemmReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    Signal a = node.signal(0);
    Constant b = node.weights(1);
    Attributes attributes = node.attributes();
    if (attributes.integer("transA", 0) != 0) {
      throw node.refuse("has transA=1, which would mix the rows of a batch; only 0 is supported");
    }
    if (b.rank() != 2) {
      throw node.refuse("has a matrix B of shape " + b.shapeText() + ", which must have two axes");
    }
    if (a.shape().rank() + node.batch().axes() != 2) {
      throw node.refuse(
          "reads a tensor of shape "
              + a.shape()
              + (node.batch().present() ? " beside the batch axis" : "")
              + " where a matrix is needed: insert a Flatten before it");
    }
    LinearMap map =
        LinearMap.of(b, attributes.integer("transB", 0) != 0).scaled(attributes.real("alpha", 1));
    int rows = map.rows(node, a.shape());
    return map.apply(node, a, bias(node, rows, map.outputs()));
  }

  private static double[] bias(NodeCall node, int rows, int outputs) {
    if (!node.has(2)) {
      return new double[rows * outputs];
    }
    Constant c = node.weights(2);
    double[] bias = Strides.broadcast(c.values(), c.dims(), new int[] {rows, outputs});
    if (bias == null) {
      throw node.refuse(
          "adds a bias of shape "
              + c.shapeText()
              + " to "
              + outputs
              + " values; it must have one value, or one for each");
    }
    double beta = node.attributes().real("beta", 1);
    for (int i = 0; i < bias.length; i++) {
      bias[i] *= beta;
    }
    return bias;
  }
}
