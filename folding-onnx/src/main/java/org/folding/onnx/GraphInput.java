package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import org.folding.api.network.Shape;

/**
 * The one input of a graph.
 *
 * @param name the tensor's name
 * @param type its float type
 * @param dims its extents; −1 for a symbolic one, which only axis 0 may have
 */
record GraphInput(String name, DataType type, int[] dims) {
  static final int SYMBOLIC = -1;

  /** The most values that one input may have, far more than any image has. */
  private static final int MOST_VALUES = 1 << 24;

  static GraphInput of(ValueInfoProto info, Location location) {
    String what = "input " + Location.quote(info.getName());
    TypeProto.Tensor tensor = info.getType().getTensorType();
    DataType type = DataType.forNumber(tensor.getElemType());
    if (!info.getType().hasTensorType() || type == null || !FloatTypes.contains(type)) {
      throw location.refuse(
          what
              + " is "
              + (info.getType().hasTensorType() && type != null ? "of type " + type : "no tensor")
              + "; it must be a tensor of FLOAT, DOUBLE, FLOAT16 or BFLOAT16");
    }
    if (!tensor.hasShape() || tensor.getShape().getDimCount() == 0) {
      throw location.refuse(
          what + " gives no shape: export the model with one, such as [batch,784]");
    }
    int[] dims = new int[tensor.getShape().getDimCount()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = extent(tensor.getShape().getDim(i), i, what, location);
    }
    if (dims.length == 1 && dims[0] == SYMBOLIC) {
      throw location.refuse(
          what + " has one symbolic axis only; it must be of a fixed width, such as [batch,784]");
    }
    return new GraphInput(info.getName(), type, dims);
  }

  private static int extent(Dimension dimension, int axis, String what, Location location) {
    if (dimension.hasDimValue()) {
      long value = dimension.getDimValue();
      if (value >= 1 && value <= Integer.MAX_VALUE) {
        return (int) value;
      }
      // Some exporters write 0 or −1 for a batch axis of any extent.
      if (axis > 0 || value > 0) {
        throw location.refuse(what + " has extent " + value + " at axis " + axis);
      }
      return SYMBOLIC;
    }
    if (axis > 0) {
      throw location.refuse(
          what
              + " has the symbolic extent "
              + Location.quote(dimension.getDimParam())
              + " at axis "
              + axis
              + "; only the batch axis 0 may be symbolic: export the model with a fixed size");
    }
    return SYMBOLIC;
  }

  /** The batch axis if axis 0 is one, as it is in all but the models of a single vector. */
  BatchAxis likelyBatch() {
    return dims.length == 1 ? BatchAxis.none() : new BatchAxis(true, dims[0]);
  }

  /**
   * The shape of one input, without the batch axis if there is one.
   *
   * @throws IllegalArgumentException if it has too many elements
   */
  Shape shape(BatchAxis batch) {
    Shape shape = Shape.of(Arrays.copyOfRange(dims, batch.axes(), dims.length));
    if (shape.size() > MOST_VALUES) {
      throw new IllegalArgumentException(
          "shape " + shape + " has too many elements; at most " + MOST_VALUES + " are supported");
    }
    return shape;
  }
}
