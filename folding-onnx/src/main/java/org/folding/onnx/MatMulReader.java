package org.folding.onnx;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.onnx.Value.Signal;

/** MatMul: x·W with a computed x [...,k] and a constant matrix W [k,n] or vector W [k]. */
final class MatMulReader implements OperatorReader {

  @Override
  public Value read(NodeCall node) {
    if (node.input(0) instanceof Constant && node.input(1) instanceof Signal) {
      throw node.refuse(
          "multiplies a computed tensor by a constant from the left;"
              + " only x·W with a constant W is supported");
    }
    Signal x = node.signal(0);
    Constant w = node.weights(1);
    boolean vector = w.rank() == 1;
    int rank = x.shape().rank() + node.batch().axes();
    if (w.rank() == 0 || leadingAxes(w) != 1 || Math.max(2, w.rank()) > Math.max(2, rank)) {
      throw node.refuse(
          "multiplies by a constant of shape "
              + w.shapeText()
              + "; only one matrix [inputs,outputs] is supported");
    }
    int k = w.dims()[vector ? 0 : w.rank() - 2];
    LinearMap map = LinearMap.of(w.withDims(k, vector ? 1 : w.dims()[w.rank() - 1]), false);
    double[] none = new double[map.rows(node, x.shape()) * map.outputs()];
    Signal result = map.apply(node, x, none);
    return vector ? withoutLastAxis(node, result) : result;
  }

  /** The product of all extents but the last two. */
  private static int leadingAxes(Constant w) {
    int product = 1;
    for (int axis = 0; axis < w.rank() - 2; axis++) {
      product = Math.multiplyExact(product, w.dims()[axis]);
    }
    return product;
  }

  private static Signal withoutLastAxis(NodeCall node, Signal result) {
    List<Integer> extents = new ArrayList<>(result.shape().dimensions());
    extents.remove(extents.size() - 1);
    return node.emitPart("vector", new Reshape(new Shape(extents)), result);
  }
}
