package org.folding.onnx;

/**
 * DepthToSpace and SpaceToDepth: blocks of an image's elements that lie in as many channels, as
 * PixelShuffle of PyTorch has it.
 */
final class DepthReaders {
  private static final int IMAGE_AXES = 3;

  private DepthReaders() {}

  static Value toSpace(NodeCall node) {
    Operand x = image(node);
    int block = block(node);
    int[] dims = x.dims();
    if (dims[0] % ((long) block * block) != 0) {
      throw node.refuse("spreads " + dims[0] + " channels over blocks of " + block + "²");
    }
    int channels = dims[0] / (block * block);
    boolean depthFirst = node.attributes().text("mode", "DCR").equals("DCR");
    int[] target = {channels, dims[1] * block, dims[2] * block};
    int[] sources = new int[Strides.size(target)];
    for (int i = 0; i < sources.length; i++) {
      int[] at = Strides.index(target, i);
      int offset = at[1] % block * block + at[2] % block;
      int channel = depthFirst ? offset * channels + at[0] : at[0] * block * block + offset;
      sources[i] = (channel * dims[1] + at[1] / block) * dims[2] + at[2] / block;
    }
    return x.select("", target, sources);
  }

  static Value toDepth(NodeCall node) {
    Operand x = image(node);
    int block = block(node);
    int[] dims = x.dims();
    if (dims[1] % block != 0 || dims[2] % block != 0) {
      throw node.refuse("cuts an image of " + dims[1] + "×" + dims[2] + " into blocks of " + block);
    }
    int[] target = {dims[0] * block * block, dims[1] / block, dims[2] / block};
    int[] sources = new int[Strides.size(target)];
    for (int i = 0; i < sources.length; i++) {
      int[] at = Strides.index(target, i);
      int offset = at[0] / dims[0];
      int row = at[1] * block + offset / block;
      sources[i] = (at[0] % dims[0] * dims[1] + row) * dims[2] + at[2] * block + offset % block;
    }
    return x.select("", target, sources);
  }

  private static Operand image(NodeCall node) {
    Operand x = Operand.of(node, 0);
    if (x.dims().length != IMAGE_AXES) {
      throw node.refuse("reads a tensor of shape " + x.shapeText() + ", which is not an image");
    }
    return x;
  }

  private static int block(NodeCall node) {
    long block = node.attributes().integer("blocksize", 0);
    if (block < 1 || block > 1 << 12) {
      throw node.refuse("has the blocksize " + block);
    }
    return (int) block;
  }
}
