package org.folding.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folding.api.InvalidInputException;

/**
 * Reads tensors: those of float types with every value as it is, and the integers and flags that
 * shapes and settings are made of. Sizes are compared with the bytes that are there before anything
 * is allocated.
 */
final class OnnxTensors {
  private final Location location;
  private final ExternalData external;

  OnnxTensors(Location location) {
    this.location = location;
    this.external = new ExternalData(location);
  }

  /** The model's file and the files of external data read so far. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    files.add(location.file());
    files.addAll(external.files());
    return files;
  }

  /**
   * @param tensor a tensor of the model
   * @return its numbers, all finite but that a single one may be an infinity, which as a bound says
   *     that there is none; {@link NodeCall} lets no other reader see it
   * @throws InvalidInputException if type, extents and data do not fit together, or a number is NaN
   *     or infinite
   */
  Constant read(TensorProto tensor) {
    DataType type = type(tensor);
    int[] dims = dims(tensor);
    int count = count(tensor, dims);
    double[] values =
        hasBytes(tensor) ? fromBytes(tensor, type, count) : fromField(tensor, type, count);
    requireFinite(tensor, dims, values);
    return Constant.of(tensor.getName(), type, dims, values);
  }

  /** The tensor with its external data, if it has any, within it. */
  TensorProto inlined(TensorProto tensor) {
    if (tensor.getDataLocation() != TensorProto.DataLocation.EXTERNAL) {
      return tensor;
    }
    long expected = (long) count(tensor, dims(tensor)) * bytesPerValue(type(tensor));
    return tensor.toBuilder()
        .clearExternalData()
        .clearDataLocation()
        .setRawData(ByteString.copyFrom(external.read(tensor, expected)))
        .build();
  }

  private DataType type(TensorProto tensor) {
    DataType type = DataType.forNumber(tensor.getDataType());
    if (type != null && bytesPerValue(type) > 0) {
      return type;
    }
    throw refuse(
        tensor,
        (type == null ? "has data type " + tensor.getDataType() : "is of type " + type)
            + ", which folding does not support for weights:"
            + " supported are FLOAT, DOUBLE, FLOAT16 and BFLOAT16, and INT64 and INT32 for shapes;"
            + " export the float model instead of a quantised one");
  }

  private static int bytesPerValue(DataType type) {
    return switch (type) {
      case BOOL -> 1;
      case FLOAT16, BFLOAT16 -> 2;
      case FLOAT, INT32 -> 4;
      case DOUBLE, INT64 -> 8;
      default -> 0;
    };
  }

  private int[] dims(TensorProto tensor) {
    int[] dims = new int[tensor.getDimsCount()];
    for (int i = 0; i < dims.length; i++) {
      long extent = tensor.getDims(i);
      if (extent < 0) {
        throw refuse(tensor, "has the negative dimension " + extent + " at axis " + i);
      }
      if (extent > Integer.MAX_VALUE) {
        throw tooLarge(tensor);
      }
      dims[i] = (int) extent;
    }
    return dims;
  }

  private int count(TensorProto tensor, int[] dims) {
    long count = 1;
    for (int extent : dims) {
      count *= extent;
      if (count > Integer.MAX_VALUE) {
        throw tooLarge(tensor);
      }
    }
    return (int) count;
  }

  private InvalidInputException tooLarge(TensorProto tensor) {
    return refuse(
        tensor,
        "has the dimensions "
            + Location.printable(tensor.getDimsList().toString())
            + ", too large for the "
            + Integer.MAX_VALUE
            + " elements that one tensor may have");
  }

  private static boolean hasBytes(TensorProto tensor) {
    return tensor.hasRawData() || tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
  }

  private double[] fromBytes(TensorProto tensor, DataType type, int count) {
    if (tensor.getFloatDataCount()
            + tensor.getDoubleDataCount()
            + tensor.getInt32DataCount()
            + tensor.getInt64DataCount()
        > 0) {
      throw refuse(tensor, "holds its data twice, as raw_data and as numbers");
    }
    if (tensor.hasSegment()) {
      throw refuse(tensor, "is a segment of a larger one, which is not supported");
    }
    long expected = (long) count * bytesPerValue(type);
    byte[] bytes;
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
      if (expected > Integer.MAX_VALUE - 8) {
        throw tooLarge(tensor);
      }
      bytes = external.read(tensor, expected);
    } else if (tensor.getRawData().size() == expected) {
      bytes = tensor.getRawData().toByteArray();
    } else {
      throw sizes(tensor, count, expected + " bytes", tensor.getRawData().size() + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case FLOAT -> buffer.getFloat();
            case DOUBLE -> buffer.getDouble();
            case FLOAT16 -> HalfFloats.fromFloat16(buffer.getShort());
            case BFLOAT16 -> HalfFloats.fromBfloat16(buffer.getShort());
            case BOOL -> buffer.get();
            case INT32 -> buffer.getInt();
            case INT64 -> (double) buffer.getLong();
            default -> throw new IllegalStateException("type " + type + " was refused before");
          };
    }
    return values;
  }

  private double[] fromField(TensorProto tensor, DataType type, int count) {
    int present =
        switch (type) {
          case FLOAT -> tensor.getFloatDataCount();
          case DOUBLE -> tensor.getDoubleDataCount();
          case INT64 -> tensor.getInt64DataCount();
          default -> tensor.getInt32DataCount();
        };
    if (present != count) {
      throw sizes(tensor, count, count + " numbers", present + " numbers");
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case FLOAT -> tensor.getFloatData(i);
            case DOUBLE -> tensor.getDoubleData(i);
            case INT64 -> (double) tensor.getInt64Data(i);
            case FLOAT16 -> HalfFloats.fromFloat16(tensor.getInt32Data(i));
            case BFLOAT16 -> HalfFloats.fromBfloat16(tensor.getInt32Data(i));
            default -> tensor.getInt32Data(i);
          };
    }
    return values;
  }

  private InvalidInputException sizes(
      TensorProto tensor, int count, String wanted, String present) {
    return refuse(
        tensor,
        "has the dimensions "
            + Location.printable(tensor.getDimsList().toString())
            + ", that is "
            + count
            + " elements in "
            + wanted
            + ", but holds "
            + present);
  }

  private void requireFinite(TensorProto tensor, int[] dims, double[] values) {
    if (values.length == 1 && Double.isInfinite(values[0])) {
      return;
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw refuse(
            tensor,
            "holds "
                + (Double.isNaN(values[i]) ? "NaN" : "infinity")
                + " at index "
                + Constant.text(Strides.index(dims, i))
                + "; weights must be finite");
      }
    }
  }

  private InvalidInputException refuse(TensorProto tensor, String what) {
    return location.refuse("tensor " + Location.quote(tensor.getName()) + " " + what);
  }
}
