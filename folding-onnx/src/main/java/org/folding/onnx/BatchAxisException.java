package org.folding.onnx;

/**
 * The graph mixes axis 0 of its input with others, so that axis is no batch axis. Where its extent
 * is a fixed number the graph can still be read as one that has no batch axis at all.
 */
final class BatchAxisException extends NodeException {
  private static final long serialVersionUID = 1L;

  BatchAxisException(Location location, String problem) {
    super(location, problem, null);
  }
}
