package org.folding.onnx;

import org.folding.api.network.Affine;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/**
 * BatchNormalization with fixed statistics: for each channel c, y = s_c·(x − mean_c)/√(var_c + ε) +
 * b_c, an affine map of each element. Channels run along axis 1.
 */
final class BatchNormalizationReader implements OperatorReader {
  /** The default ε, a binary32 number in ONNX. */
  private static final double DEFAULT_EPSILON = 1e-5f;

  @Override
  public Value read(NodeCall node) {
    Signal x = node.signal(0);
    Attributes attributes = node.attributes();
    if (attributes.integer("training_mode", 0) != 0 || attributes.integer("spatial", 1) != 1) {
      throw node.refuse(
          "uses the statistics of the batch, or of each element:"
              + " call model.eval() before the export");
    }
    int axis = 1 - node.batch().axes();
    if (x.shape().rank() <= axis) {
      throw node.refuse("reads a tensor of shape " + x.shape() + ", which has no channel axis");
    }
    int channels = x.shape().extent(axis);
    double[] scale = channelValues(node, 1, channels);
    double[] shift = channelValues(node, 2, channels);
    double[] mean = channelValues(node, 3, channels);
    double[] variance = channelValues(node, 4, channels);
    double epsilon = attributes.real("epsilon", DEFAULT_EPSILON);
    for (int c = 0; c < channels; c++) {
      if (variance[c] + epsilon <= 0) {
        throw node.refuse("has the variance " + variance[c] + " in channel " + c);
      }
      scale[c] /= Math.sqrt(variance[c] + epsilon);
      shift[c] -= scale[c] * mean[c];
    }
    return node.emit(new Affine(each(x.shape(), axis, scale), each(x.shape(), axis, shift)), x);
  }

  private static double[] channelValues(NodeCall node, int index, int channels) {
    Constant values = node.weights(index);
    if (values.rank() != 1 || values.values().length != channels) {
      throw node.refuse(
          "has "
              + values.shapeText()
              + " values as its input "
              + index
              + " for "
              + channels
              + " channels");
    }
    return values.values().clone();
  }

  /** The channel's value for each element. */
  private static Tensor each(Shape shape, int axis, double[] channelValues) {
    int inner = 1;
    for (int i = axis + 1; i < shape.rank(); i++) {
      inner *= shape.extent(i);
    }
    double[] values = new double[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = channelValues[i / inner % channelValues.length];
    }
    return Tensor.of(shape, values);
  }
}
