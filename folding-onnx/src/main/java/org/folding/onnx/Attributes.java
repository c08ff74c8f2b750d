package org.folding.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The attributes of a node, with their types checked. */
final class Attributes {
  private final Map<String, AttributeProto> attributes = new HashMap<>();
  private final Location location;

  Attributes(NodeProto node, Location location) {
    this.location = location;
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attributes.put(attribute.getName(), attribute) != null) {
        throw location.refuse("has two attributes " + Location.quote(attribute.getName()));
      }
    }
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  long integer(String name, long absent) {
    return find(name, AttributeType.INT).map(AttributeProto::getI).orElse(absent);
  }

  /** A number that must be there and that may be an infinity, which as a bound says: none. */
  double bound(String name) {
    return find(name, AttributeType.FLOAT)
        .map(a -> (double) a.getF())
        .orElseThrow(() -> location.refuse("is missing the attribute '" + name + "'"));
  }

  double real(String name, double absent) {
    double value = find(name, AttributeType.FLOAT).map(a -> (double) a.getF()).orElse(absent);
    if (!Double.isFinite(value)) {
      throw location.refuse("has the attribute '" + name + "' " + value + ", not a finite number");
    }
    return value;
  }

  String text(String name, String absent) {
    return find(name, AttributeType.STRING)
        .map(a -> Location.printable(a.getS().toStringUtf8()))
        .orElse(absent);
  }

  Optional<long[]> integers(String name) {
    return find(name, AttributeType.INTS)
        .map(a -> a.getIntsList().stream().mapToLong(Long::longValue).toArray());
  }

  Optional<double[]> reals(String name) {
    return find(name, AttributeType.FLOATS)
        .map(a -> a.getFloatsList().stream().mapToDouble(Float::doubleValue).toArray());
  }

  Optional<TensorProto> tensor(String name) {
    return find(name, AttributeType.TENSOR).map(AttributeProto::getT);
  }

  private Optional<AttributeProto> find(String name, AttributeType type) {
    AttributeProto attribute = attributes.get(name);
    // Models of the first IR versions leave the type out.
    if (attribute != null
        && attribute.getType() != type
        && attribute.getType() != AttributeType.UNDEFINED) {
      throw location.refuse(
          "has the attribute '" + name + "' of type " + attribute.getType() + ", not " + type);
    }
    return Optional.ofNullable(attribute);
  }
}
