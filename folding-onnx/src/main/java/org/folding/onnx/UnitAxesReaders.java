package org.folding.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.folding.api.network.Shape;
import org.folding.onnx.Value.Signal;

/** Squeeze and Unsqueeze, which remove and insert axes of extent 1. */
final class UnitAxesReaders {
  private UnitAxesReaders() {}

  static Value squeeze(NodeCall node) {
    List<Integer> extents = extents(node);
    Optional<long[]> listed = axes(node);
    TreeSet<Integer> axes = new TreeSet<>();
    if (listed.isPresent()) {
      for (long axis : listed.get()) {
        axes.add(node.axis(axis, extents.size()));
      }
    } else {
      for (int axis = 0; axis < extents.size(); axis++) {
        if (extents.get(axis) == 1) {
          axes.add(axis);
        }
      }
    }
    for (int axis : axes.descendingSet()) {
      if (extents.remove(axis) != 1) {
        throw node.refuse("removes axis " + axis + ", whose extent is not 1");
      }
    }
    return withExtents(node, extents, axes);
  }

  static Value unsqueeze(NodeCall node) {
    List<Integer> extents = extents(node);
    long[] listed = axes(node).orElseThrow(() -> node.refuse("does not say which axes to insert"));
    TreeSet<Integer> axes = new TreeSet<>();
    for (long axis : listed) {
      if (!axes.add(node.axis(axis, extents.size() + listed.length))) {
        throw node.refuse("inserts axis " + axis + " twice");
      }
    }
    for (int axis : axes) {
      extents.add(axis, 1);
    }
    return withExtents(node, extents, axes);
  }

  /** An attribute up to opset 12, an input from 13 on. */
  private static Optional<long[]> axes(NodeCall node) {
    return node.has(1)
        ? Optional.of(node.constant(1).toLongs())
        : node.attributes().integers("axes");
  }

  /** The extents as the graph counts axes; a symbolic batch counts as one input. */
  private static List<Integer> extents(NodeCall node) {
    List<Integer> extents = new ArrayList<>();
    if (node.input(0) instanceof Constant constant) {
      for (int extent : constant.dims()) {
        extents.add(extent);
      }
    } else {
      if (node.batch().present()) {
        extents.add(node.batch().rows());
      }
      extents.addAll(node.signal(0).shape().dimensions());
    }
    return extents;
  }

  private static Value withExtents(NodeCall node, List<Integer> extents, Set<Integer> axes) {
    if (node.input(0) instanceof Constant constant) {
      return constant.withDims(extents.stream().mapToInt(Integer::intValue).toArray());
    }
    Signal x = node.signal(0);
    if (!node.batch().present()) {
      return node.reshaped(x, new Shape(extents));
    }
    if (axes.contains(0)) {
      throw node.refuseBatch(
          "moves or removes the batch axis of a tensor of shape "
              + x.shape()
              + " beside it; name the axes to change, without axis 0");
    }
    return node.reshaped(x, new Shape(extents.subList(1, extents.size())));
  }
}
