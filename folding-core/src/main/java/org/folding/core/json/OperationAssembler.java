package org.folding.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Operation;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.Window;

/** Makes the operation that a layer describes, without its activation. */
final class OperationAssembler {
  private final LayerFields layer;
  private final LayerPlace place;
  private final List<Shape> operands;
  private final String source;

  /**
   * @param layer a layer
   * @param place where it stands
   * @param operands the shapes of what it reads
   * @param source what its first operand is, for messages
   */
  OperationAssembler(LayerFields layer, LayerPlace place, List<Shape> operands, String source) {
    this.layer = layer;
    this.place = place;
    this.operands = operands;
    this.source = source;
  }

  /** The operation of a layer of any type but {@link LayerType#ACTIVATION}. */
  Operation of(LayerType type) {
    return switch (type) {
      case DENSE -> dense(operands.get(0));
      case AFFINE -> affine();
      case MAX -> max();
      case RESHAPE -> new Reshape(place.required("shape", layer.shape()));
      case FLATTEN -> new Reshape(Shape.of(operands.get(0).size()));
      case CONV -> convolution();
      case CONV_TRANSPOSE -> transposedConvolution();
      case ADD -> sum();
      case CONCAT -> new Concatenation(place.required("axis", layer.number("axis", null)));
      case SELECT -> select();
      case MAP -> map();
      case ACTIVATION -> throw new IllegalArgumentException("an activation by itself");
    };
  }

  private Operation dense(Shape shape) {
    Tensor weights = place.required("weights", layer.tensor("weights", null));
    if (weights.shape().rank() != 2) {
      throw place.wrong(".weights", "must be a list of rows of numbers, one row for each output");
    }
    int outputs = weights.shape().extent(0);
    int inputs = weights.shape().extent(1);
    if (inputs != shape.size()) {
      throw place.wrong(
          ".weights",
          "has "
              + inputs
              + (inputs == 1 ? " number" : " numbers")
              + " a row but "
              + source
              + " gives "
              + shape.size()
              + ", shape "
              + shape);
    }
    Tensor bias = layer.tensor("bias", Tensor.vector(new double[outputs]));
    if (!bias.shape().equals(Shape.of(outputs))) {
      throw place.wrong(
          ".bias",
          (bias.shape().rank() == 1
                  ? "has " + bias.size() + (bias.size() == 1 ? " number" : " numbers")
                  : "is of shape " + bias.shape())
              + " but the weights have "
              + outputs
              + (outputs == 1 ? " row" : " rows"));
    }
    return new Dense(weights, bias);
  }

  private Operation affine() {
    if (!layer.has("scale") && !layer.has("shift")) {
      throw place.wrong("", "is of type 'affine' and needs 'scale' or 'shift'");
    }
    return new Affine(
        layer.tensor("scale", Tensor.scalar(1)), layer.tensor("shift", Tensor.scalar(0)));
  }

  private Operation max() {
    List<List<Integer>> groups = place.required("groups", layer.groups());
    MaxOfGroups max = MaxOfGroups.of(groups);
    if (layer.shape() == null) {
      return max;
    }
    int[][] indices = new int[groups.size()][];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = max.elements(i);
    }
    return new MaxOfGroups(layer.shape(), indices);
  }

  private Operation convolution() {
    Tensor weights = kernels();
    Tensor bias = layer.tensor("bias", Tensor.vector(new double[weights.shape().extent(0)]));
    return new Convolution(weights, bias, window(weights.shape()), layer.number("group", 1));
  }

  private Operation transposedConvolution() {
    Tensor weights = kernels();
    int group = layer.number("group", 1);
    // A group less than 1 is refused by the operation.
    int channels = Math.multiplyExact(weights.shape().extent(1), Math.max(1, group));
    Window window = window(weights.shape());
    return new TransposedConvolution(
        weights,
        layer.tensor("bias", Tensor.vector(new double[channels])),
        window,
        group,
        axes("output-padding", window.axes(), 0));
  }

  private Tensor kernels() {
    Tensor weights = place.required("weights", layer.tensor("weights", null));
    if (weights.shape().rank() < 3) {
      throw place.wrong(
          ".weights",
          "is of shape "
              + weights.shape()
              + " but must have two axes of channels and the kernel's");
    }
    return weights;
  }

  private Window window(Shape weights) {
    List<Integer> kernel = weights.dimensions().subList(2, weights.rank());
    int count = kernel.size();
    List<Integer> pads = axes("pads", 2 * count, 0);
    return new Window(
        kernel,
        axes("strides", count, 1),
        axes("dilations", count, 1),
        pads.subList(0, count),
        pads.subList(count, 2 * count));
  }

  private List<Integer> axes(String field, int length, int absent) {
    List<Integer> values = layer.list(field, Collections.nCopies(length, absent));
    if (values.size() != length) {
      throw place.wrong(
          "." + field,
          "has " + values.size() + " entries but " + length + " go with the axes of the kernel");
    }
    return values;
  }

  private Operation sum() {
    Tensor factors = layer.tensor("factors", null);
    if (factors == null) {
      return new Sum(Collections.nCopies(operands.size(), 1.0));
    }
    if (!factors.shape().equals(Shape.of(operands.size()))) {
      throw place.wrong(".factors", "must be a list of one number an input, " + operands.size());
    }
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      each.add(factors.get(i));
    }
    return new Sum(each);
  }

  private Operation select() {
    Shape shape = place.required("shape", layer.shape());
    List<Integer> sources = place.required("sources", layer.list("sources", null));
    requireRows(".sources", shape, sources.size());
    return SparseMap.select(shape, sources.stream().mapToInt(Integer::intValue).toArray());
  }

  private Operation map() {
    Shape shape = place.required("shape", layer.shape());
    SparseRows rows = place.required("rows", layer.rows());
    requireRows(".rows", shape, rows.count());
    Tensor shift = layer.tensor("shift", Tensor.scalar(0));
    if (shift.size() != 1 && shift.size() != rows.count()) {
      throw place.wrong(
          ".shift", "has " + shift.size() + " numbers but there are " + rows.count() + " rows");
    }
    return rows.map(shape, shift);
  }

  private void requireRows(String field, Shape shape, int count) {
    if (count != shape.size()) {
      throw place.wrong(
          field,
          "has " + count + " entries but a result of shape " + shape + " has " + shape.size());
    }
  }
}
