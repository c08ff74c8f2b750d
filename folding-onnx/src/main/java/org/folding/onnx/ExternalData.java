package org.folding.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folding.api.InvalidInputException;

/**
 * Tensors whose numbers lie in a file beside the model. Such a file must be in the model's folder
 * or below: a model out of the net must not make the program read other files.
 */
final class ExternalData {
  private final Location location;
  private final Path folder;
  private final Set<Path> files = new LinkedHashSet<>();

  ExternalData(Location location) {
    this.location = location;
    Path parent = location.file().toAbsolutePath().getParent();
    this.folder = parent == null ? location.file().toAbsolutePath() : parent;
  }

  /** The files read so far, each once. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /**
   * @param tensor a tensor with external data
   * @param expected how many bytes its dimensions and type ask for
   * @return its bytes, little-endian
   */
  byte[] read(TensorProto tensor, long expected) {
    String what = "tensor " + Location.quote(tensor.getName());
    Map<String, String> entries = new HashMap<>();
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    long offset = number(what, "offset", entries.getOrDefault("offset", "0"));
    if (entries.containsKey("length")) {
      long length = number(what, "length", entries.get("length"));
      if (length != expected) {
        throw location.refuse(
            what
                + " takes "
                + expected
                + " bytes but declares an external data length of "
                + length);
      }
    }
    Path file = resolve(what, entries.getOrDefault("location", ""));
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (offset > size || expected > size - offset) {
        throw location.refuse(
            what
                + " needs "
                + expected
                + " bytes from byte "
                + offset
                + " of its external data "
                + Location.quote(file.getFileName().toString())
                + ", which is too short with "
                + size
                + " bytes");
      }
      ByteBuffer buffer = ByteBuffer.allocate((int) expected);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) < 0) {
          throw new EOFException("the file became shorter while it was read");
        }
      }
      files.add(file);
      return buffer.array();
    } catch (IOException e) {
      throw location.refuse(
          what + " cannot be read from its external data: " + Location.printable(e.toString()), e);
    }
  }

  private long number(String what, String key, String text) {
    try {
      long value = Long.parseLong(text.strip());
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw location.refuse(
        what
            + " has the external data "
            + key
            + " "
            + Location.quote(text)
            + ", which must be a whole number, 0 or more");
  }

  private Path resolve(String what, String name) {
    if (name.isBlank()) {
      throw location.refuse(what + " has external data but does not say in which file");
    }
    Path file;
    try {
      Path relative = Path.of(name);
      if (relative.isAbsolute() || name.startsWith("/") || name.startsWith("\\")) {
        throw outside(what, name, "an absolute path");
      }
      file = folder.resolve(relative).normalize();
      if (!file.startsWith(folder.normalize())) {
        throw outside(what, name, "outside the model's folder");
      }
    } catch (InvalidPathException e) {
      throw location.refuse(
          what
              + " has its external data in "
              + Location.quote(name)
              + ", which cannot be the name of a file",
          e);
    }
    if (!Files.isRegularFile(file)) {
      throw location.refuse(
          what
              + " has its external data in "
              + Location.quote(name)
              + (Files.exists(file)
                  ? ", which is not a regular file"
                  : ", which is missing: put that file into the model's folder"));
    }
    requireInsideOfFolder(what, name, file);
    return file;
  }

  /** Links may lead from file to file within a store that keeps the model itself, nowhere else. */
  private void requireInsideOfFolder(String what, String name, Path file) {
    try {
      Path real = file.toRealPath();
      Path store = location.file().toRealPath().getParent();
      if (!real.startsWith(folder.toRealPath()) && (store == null || !real.startsWith(store))) {
        throw outside(what, name, "a link that leads outside the model's folder");
      }
    } catch (IOException e) {
      throw location.refuse(
          what + " cannot be read from its external data: " + Location.printable(e.toString()), e);
    }
  }

  private InvalidInputException outside(String what, String name, String how) {
    return location.refuse(
        what
            + " has its external data in "
            + Location.quote(name)
            + ", "
            + how
            + "; it must be named relative to the model's folder and lie in it");
  }
}
