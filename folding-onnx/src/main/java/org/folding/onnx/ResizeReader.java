package org.folding.onnx;

import java.util.Arrays;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;

/**
 * Resize, and Upsample before it: an image enlarged by whole numbers to copies of the nearest
 * element, or resized by any to linear mixtures of neighbours.
 */
final class ResizeReader implements OperatorReader {

  /** Which elements along an axis are mixed to one: two, with weights that may be zero. */
  private record Mix(int[] low, int[] high, double[] lowWeight, double[] highWeight) {}

  @Override
  public Value read(NodeCall node) {
    Operand x = Operand.of(node, 0);
    if (node.attributes().has("axes")
        || node.attributes().integer("antialias", 0) != 0
        || !node.attributes().text("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
      throw node.refuse("resizes with axes, antialias or keep_aspect_ratio_policy");
    }
    float[] scales = scales(node, x);
    int hidden = x.hidden();
    if (hidden > 0 && scales[0] != 1) {
      throw node.refuseBatch("resizes");
    }
    int[] dims = new int[x.dims().length];
    for (int axis = 0; axis < dims.length; axis++) {
      float scale = scales[axis + hidden];
      double extent = Math.floor(x.dims()[axis] * scale);
      if (!(extent >= 1 && extent <= Integer.MAX_VALUE)) {
        throw node.refuse(
            "resizes a tensor of shape " + x.shapeText() + " by " + Arrays.toString(scales));
      }
      dims[axis] = (int) extent;
    }
    Operand.requireSmall(node, dims);
    String mode = node.attributes().text("mode", "nearest");
    boolean linear = mode.equals("linear") || mode.equals("bilinear");
    if (!linear && !mode.equals("nearest")) {
      throw node.refuse("resizes in mode " + Location.quote(mode) + ", not nearest or linear");
    }
    return linear
        ? mixed(node, x, dims, scales, hidden)
        : x.select("", dims, Strides.picked(x.dims(), picks(node, x, dims, scales, hidden)));
  }

  private static float[] scales(NodeCall node, Operand x) {
    double[] listed;
    if (node.operator().equals("Upsample") && node.attributes().has("scales")) {
      listed = node.attributes().reals("scales").orElseThrow();
    } else if (node.inputs() == 2) {
      listed = node.constant(1).values();
    } else if (node.has(2) && node.constant(2).values().length > 0) {
      listed = node.constant(2).values();
    } else {
      listed = node.constant(3).values().clone();
      for (int i = 0; i < listed.length && listed.length == x.rank(); i++) {
        double batch = node.batch().isFixed() ? node.batch().extent() : 1;
        listed[i] = (float) listed[i] / (i < x.hidden() ? batch : x.dims()[i - x.hidden()]);
      }
    }
    if (listed.length != x.rank()) {
      throw node.refuse("resizes " + x.rank() + " axes by " + Arrays.toString(listed));
    }
    float[] scales = new float[listed.length];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = (float) listed[i];
    }
    return scales;
  }

  /** How coordinates are mapped; Upsample and the first Resize have no attribute for it. */
  private static String coordinates(NodeCall node) {
    boolean old = node.operator().equals("Upsample") || node.inputs() == 2;
    return node.attributes()
        .text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel");
  }

  private static int[][] picks(NodeCall node, Operand x, int[] dims, float[] scales, int hidden) {
    String coordinates = coordinates(node);
    boolean asymmetric = coordinates.equals("asymmetric");
    String rounding =
        node.attributes().text("nearest_mode", asymmetric ? "floor" : "round_prefer_floor");
    // With whole scales these are copies of an element side by side, whatever the rounding.
    boolean copies = asymmetric ? rounding.equals("floor") : rounding.startsWith("round_prefer_");
    if (!copies || !(asymmetric || coordinates.endsWith("half_pixel"))) {
      throw node.refuse("picks by " + coordinates + " with " + rounding);
    }
    int[][] picks = new int[dims.length][];
    for (int axis = 0; axis < dims.length; axis++) {
      int scale = (int) scales[axis + hidden];
      if (scale != scales[axis + hidden] || dims[axis] != (long) scale * x.dims()[axis]) {
        throw node.refuse(
            "resizes to the nearest elements by the scale "
                + scales[axis + hidden]
                + ", which is not a whole number");
      }
      picks[axis] = new int[dims[axis]];
      for (int i = 0; i < dims[axis]; i++) {
        picks[axis][i] = i / scale;
      }
    }
    return picks;
  }

  private static Value mixed(NodeCall node, Operand x, int[] dims, float[] scales, int hidden) {
    if (x.isConstant()) {
      throw node.refuse("mixes elements of a constant");
    }
    Mix[] mixes = new Mix[dims.length];
    for (int axis = 0; axis < dims.length; axis++) {
      mixes[axis] = mix(node, x.dims()[axis], dims[axis], scales[axis + hidden]);
    }
    int[] strides = Strides.of(x.dims());
    SparseMap.Builder map = SparseMap.builder(Shape.of(dims));
    int rows = Strides.size(dims);
    for (int row = 0; row < rows; row++) {
      add(map, mixes, strides, Strides.index(dims, row), 0, 0, 1);
      map.endRow(0);
    }
    return node.emit(map.build(), node.signal(0));
  }

  /** Adds the entries of a row, those of each axis times those of the axes after it. */
  private static void add(
      SparseMap.Builder map,
      Mix[] mixes,
      int[] strides,
      int[] at,
      int axis,
      int position,
      double weight) {
    if (weight == 0) {
      return;
    }
    if (axis == mixes.length) {
      map.entry(position, weight);
      return;
    }
    Mix mix = mixes[axis];
    int i = at[axis];
    int low = position + mix.low()[i] * strides[axis];
    int high = position + mix.high()[i] * strides[axis];
    add(map, mixes, strides, at, axis + 1, low, weight * mix.lowWeight()[i]);
    add(map, mixes, strides, at, axis + 1, high, weight * mix.highWeight()[i]);
  }

  /** In float32, as ONNX Runtime places the elements. */
  private static Mix mix(NodeCall node, int from, int to, float scale) {
    String coordinates = coordinates(node);
    Mix mix = new Mix(new int[to], new int[to], new double[to], new double[to]);
    for (int i = 0; i < to; i++) {
      float place =
          scale == 1
              ? i
              : switch (coordinates) {
                case "asymmetric" -> i / scale;
                case "half_pixel" -> (i + 0.5f) / scale - 0.5f;
                case "pytorch_half_pixel" -> to > 1 ? (i + 0.5f) / scale - 0.5f : 0;
                case "align_corners" -> to == 1 ? 0 : i * (float) (from - 1) / (to - 1);
                default -> throw node.refuse("mixes by " + coordinates);
              };
      place = Math.max(0, Math.min(place, from - 1));
      int low = (int) place;
      mix.low()[i] = low;
      mix.high()[i] = Math.min(low + 1, from - 1);
      mix.highWeight()[i] = low == from - 1 ? 0 : place - low;
      mix.lowWeight()[i] = 1 - mix.highWeight()[i];
    }
    return mix;
  }
}
