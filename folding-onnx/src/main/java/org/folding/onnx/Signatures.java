package org.folding.onnx;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises what is often found under the name of a model. None of these first bytes can begin an
 * ONNX file, as each holds a protobuf tag that does not exist.
 */
final class Signatures {
  private static final int LONGEST = 64;

  private Signatures() {}

  /**
   * @param bytes a file's content, not empty
   * @return what it is instead of a model, and what to do; empty where it may be a model
   */
  static Optional<String> diagnose(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.ISO_8859_1);
    if (start.startsWith("version https://git-lfs")) {
      return Optional.of(
          "this is a git-LFS pointer, not a model: run 'git lfs pull' to fetch the model");
    }
    if (start.startsWith("\u001f\u008b")) {
      return Optional.of("this is a gzip file, not a model: unpack it with gunzip first");
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return Optional.of(
          "this is a zip file, such as torch.save writes, not an ONNX model:"
              + " export it with torch.onnx.export, or unpack it if it holds one");
    }
    if (start.startsWith("\u0080\u0002") && start.length() > 2) {
      return Optional.of(
          "this is a Python pickle, not an ONNX model: export it with torch.onnx.export");
    }
    if (start.startsWith("\u0089HDF")) {
      return Optional.of("this is an HDF5 file, such as Keras writes, not an ONNX model");
    }
    if (start.startsWith("ORTM", 4)) {
      return Optional.of(
          "this is ONNX Runtime's own .ort format: use the .onnx file that it was converted from");
    }
    if (start.startsWith("TFL3", 4)) {
      return Optional.of("this is a TensorFlow Lite model, not an ONNX model");
    }
    String lower = start.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return Optional.of(
          "this is an HTML page, not a model: a download that failed? Fetch the file itself");
    }
    if (onlyZeros(bytes)) {
      return Optional.of("this file holds zero bytes only, not a model");
    }
    return Optional.empty();
  }

  /** Whether bytes that protobuf could not read are text. */
  static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 1024); i++) {
      int b = bytes[i] & 0xff;
      if (b == 0x7f || (b < 0x20 && b != '\n' && b != '\r' && b != '\t')) {
        return false;
      }
    }
    return true;
  }

  private static boolean onlyZeros(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
