package org.folding.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An ONNX file as its protobuf message.
 *
 * <p>Protobuf takes an empty file for a message without fields and keeps bytes that it does not
 * know, so a file that parses is not yet a model: the bytes are looked at before and after.
 *
 * @param location the file, for messages
 * @param model its content
 * @param opset the version of the default operator set that it asks for
 */
record OnnxFile(Location location, ModelProto model, int opset) {
  /** The operator sets that ONNX Runtime has kernels for. */
  private static final int OLDEST_OPSET = 7;

  private static final int NEWEST_OPSET = 26;

  /**
   * @param path a file
   * @return its content
   * @throws org.folding.api.InvalidInputException if it is not there or is no ONNX model, saying
   *     what it is instead where that can be told
   */
  static OnnxFile read(Path path) {
    Location location = Location.of(path);
    byte[] bytes = bytes(path, location);
    if (bytes.length == 0) {
      throw location.refuse("this file is empty");
    }
    Signatures.diagnose(bytes)
        .ifPresent(
            diagnosis -> {
              throw location.refuse(diagnosis);
            });
    ModelProto model = parse(bytes, location);
    if (model.getIrVersion() < 1) {
      throw location.refuse("this is not an ONNX model: it has no ir_version");
    }
    if (!model.hasGraph()) {
      throw location.refuse("this ONNX model has no graph");
    }
    return new OnnxFile(location, FunctionInliner.inlined(model, location), opset(model, location));
  }

  private static byte[] bytes(Path path, Location location) {
    if (!Files.exists(path)) {
      throw location.refuse("there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw location.refuse("this is not a file; give the .onnx file itself");
    }
    try {
      if (Files.size(path) > Integer.MAX_VALUE - 8) {
        throw location.refuse(
            "this file is larger than 2 GiB, which protobuf cannot hold:"
                + " export the weights as external data");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw location.refuse("this file cannot be read: " + Location.printable(e.toString()), e);
    }
  }

  private static ModelProto parse(byte[] bytes, Location location) {
    try {
      ModelProto model = ModelProto.parseFrom(bytes);
      String problem = FieldScan.problem(bytes);
      if (!problem.isEmpty()) {
        throw location.refuse(Signatures.isText(bytes) ? text() : problem);
      }
      return model;
    } catch (InvalidProtocolBufferException e) {
      String problem = Signatures.isText(bytes) ? text() : FieldScan.problem(bytes);
      throw location.refuse(
          problem.isEmpty()
              ? "this file is damaged: its protobuf fields do not nest as they say ("
                  + Location.printable(e.getMessage())
                  + ")"
              : problem,
          e);
    }
  }

  private static String text() {
    return "this is a text file, not an ONNX model";
  }

  private static int opset(ModelProto model, Location location) {
    long version = 0;
    for (OperatorSetIdProto opset : model.getOpsetImportList()) {
      if (isDefaultDomain(opset.getDomain())) {
        if (version != 0 && version != opset.getVersion()) {
          throw location.refuse(
              "this model asks for opset " + version + " and for " + opset.getVersion());
        }
        version = opset.getVersion();
      }
    }
    if (version < OLDEST_OPSET || version > NEWEST_OPSET) {
      throw location.refuse(
          (version == 0 ? "this model names no opset" : "this model asks for opset " + version)
              + " of the operators; supported are "
              + OLDEST_OPSET
              + " to "
              + NEWEST_OPSET
              + ": export it again with such an opset");
    }
    return (int) version;
  }

  /** Whether a domain is the one of ONNX's own operators. */
  static boolean isDefaultDomain(String domain) {
    return domain.isEmpty() || domain.equals("ai.onnx");
  }
}
