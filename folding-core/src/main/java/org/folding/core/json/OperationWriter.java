package org.folding.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Writes the fields of an operation that is no activation. */
final class OperationWriter {
  private final JsonGenerator json;

  OperationWriter(JsonGenerator json) {
    this.json = json;
  }

  /** The type of layer that an operation is written as. */
  static LayerType type(Operation operation) {
    if (operation instanceof Dense) {
      return LayerType.DENSE;
    } else if (operation instanceof Affine) {
      return LayerType.AFFINE;
    } else if (operation instanceof Reshape) {
      return LayerType.RESHAPE;
    } else if (operation instanceof MaxOfGroups) {
      return LayerType.MAX;
    } else if (operation instanceof Convolution) {
      return LayerType.CONV;
    } else if (operation instanceof TransposedConvolution) {
      return LayerType.CONV_TRANSPOSE;
    } else if (operation instanceof Sum) {
      return LayerType.ADD;
    } else if (operation instanceof Concatenation) {
      return LayerType.CONCAT;
    } else if (operation instanceof SparseMap map) {
      return isSelection(map) ? LayerType.SELECT : LayerType.MAP;
    }
    return LayerType.ACTIVATION;
  }

  /** Whether each element of the result is one of the operand, as it is. */
  private static boolean isSelection(SparseMap map) {
    for (int row = 0; row < map.shape().size(); row++) {
      int entry = map.firstEntry(row);
      if (map.firstEntry(row + 1) != entry + 1
          || map.weight(entry) != 1
          || Double.compare(map.shift(row), 0) != 0) {
        return false;
      }
    }
    return true;
  }

  void write(Operation operation) throws IOException {
    if (operation instanceof Dense dense) {
      writeTensor("weights", dense.weights());
      writeTensor("bias", dense.bias());
    } else if (operation instanceof Affine affine) {
      writeTensor("scale", affine.scale());
      writeTensor("shift", affine.shift());
    } else if (operation instanceof Reshape reshape) {
      writeShape(reshape.shape());
    } else if (operation instanceof MaxOfGroups max) {
      writeMaxima(max);
    } else if (operation instanceof Convolution c) {
      writeTensor("weights", c.weights());
      writeTensor("bias", c.bias());
      writeWindow(c.window(), c.groups());
    } else if (operation instanceof TransposedConvolution c) {
      writeTensor("weights", c.weights());
      writeTensor("bias", c.bias());
      writeWindow(c.window(), c.groups());
      writeUnless(0, "output-padding", c.outputPadding());
    } else if (operation instanceof Sum sum) {
      writeFactors(sum);
    } else if (operation instanceof Concatenation concatenation) {
      json.writeNumberField("axis", concatenation.axis());
    } else if (operation instanceof SparseMap map) {
      writeShape(map.shape());
      if (isSelection(map)) {
        writeSources(map);
      } else {
        writeRows(map);
      }
    } else {
      throw new IllegalArgumentException("cannot write " + operation);
    }
  }

  private void writeMaxima(MaxOfGroups max) throws IOException {
    if (max.shape().rank() != 1) {
      writeShape(max.shape());
    }
    json.writeArrayFieldStart("groups");
    for (int i = 0; i < max.shape().size(); i++) {
      writeIntegers(Arrays.stream(max.elements(i)).boxed().toList());
    }
    json.writeEndArray();
  }

  private void writeWindow(Window window, int groups) throws IOException {
    writeUnless(1, "strides", window.strides());
    writeUnless(1, "dilations", window.dilations());
    List<Integer> pads = new ArrayList<>(window.padBefore());
    pads.addAll(window.padAfter());
    writeUnless(0, "pads", pads);
    if (groups != 1) {
      json.writeNumberField("group", groups);
    }
  }

  private void writeUnless(int absent, String field, List<Integer> values) throws IOException {
    if (!values.equals(Collections.nCopies(values.size(), absent))) {
      json.writeFieldName(field);
      writeIntegers(values);
    }
  }

  private void writeFactors(Sum sum) throws IOException {
    if (sum.factors().stream().anyMatch(factor -> factor != 1)) {
      writeTensor(
          "factors",
          Tensor.vector(sum.factors().stream().mapToDouble(Double::doubleValue).toArray()));
    }
  }

  private void writeSources(SparseMap map) throws IOException {
    json.writeArrayFieldStart("sources");
    for (int row = 0; row < map.shape().size(); row++) {
      json.writeNumber(map.index(map.firstEntry(row)));
    }
    json.writeEndArray();
  }

  private void writeRows(SparseMap map) throws IOException {
    json.writeArrayFieldStart("rows");
    double[] shifts = new double[map.shape().size()];
    for (int row = 0; row < shifts.length; row++) {
      json.writeStartArray();
      for (int entry = map.firstEntry(row); entry < map.firstEntry(row + 1); entry++) {
        json.writeStartArray();
        json.writeNumber(map.index(entry));
        json.writeNumber(map.weight(entry));
        json.writeEndArray();
      }
      json.writeEndArray();
      shifts[row] = map.shift(row);
    }
    json.writeEndArray();
    if (Arrays.stream(shifts).anyMatch(shift -> Double.compare(shift, 0) != 0)) {
      writeTensor("shift", Tensor.vector(shifts));
    }
  }

  void writeShape(Shape shape) throws IOException {
    json.writeFieldName("shape");
    writeIntegers(shape.dimensions());
  }

  private void writeIntegers(List<Integer> numbers) throws IOException {
    json.writeStartArray();
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  void writeTensor(String field, Tensor tensor) throws IOException {
    json.writeFieldName(field);
    writeBlock(tensor, 0, 0);
  }

  /** Writes the part of a tensor below an axis, from an index on; returns the index after it. */
  private int writeBlock(Tensor tensor, int axis, int start) throws IOException {
    if (axis == tensor.shape().rank()) {
      json.writeNumber(tensor.get(start));
      return start + 1;
    }
    json.writeStartArray();
    int index = start;
    for (int i = 0; i < tensor.shape().extent(axis); i++) {
      index = writeBlock(tensor, axis + 1, index);
    }
    json.writeEndArray();
    return index;
  }
}
