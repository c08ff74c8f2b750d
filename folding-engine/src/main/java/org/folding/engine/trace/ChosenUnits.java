package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.Candidates;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.Weights;

/**
 * Some units of a stage that were chosen; the others pass on nothing anywhere on the line. Scratch
 * memory, chosen again for each line.
 */
final class ChosenUnits implements FollowedUnits {
  private final ChosenWeights weights = new ChosenWeights();
  private int count;
  private int stride;
  // The unit at each place, and the place of each unit.
  private int[] unit = new int[0];
  private int[] place = new int[0];
  private double[] real = new double[0];
  private double[] start = new double[0];

  /**
   * Chooses units.
   *
   * @param units the units, in order
   * @param size how many
   * @param before those of the stage before that are followed
   * @param inputs those of them that pass on anything anywhere
   * @param all all units of the stage, with their values at the start of the line
   */
  void choose(
      int[] units, int size, FollowedUnits before, int[] inputs, int inputCount, AllUnits all) {
    Stage stage = all.stage();
    count = size;
    stride = LineKernels.padded(size);
    if (unit.length < stage.stride) {
      unit = new int[stage.stride];
      place = new int[stage.stride];
      real = new double[stage.stride];
      start = new double[stage.stride];
    }
    for (int c = 0; c < size; c++) {
      int o = units[c];
      unit[c] = o;
      place[o] = c;
      start[c] = all.start()[all.firstStart() + o];
    }
    Arrays.fill(real, 0, size, 1);
    Arrays.fill(real, size, stride, -1);
    Arrays.fill(start, size, stride, 0);
    weights.choose(stage, units, size, inputs, inputCount, before);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int stride() {
    return stride;
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public double[] real() {
    return real;
  }

  @Override
  public double[] start() {
    return start;
  }

  @Override
  public int firstStart() {
    return 0;
  }

  @Override
  public boolean isAll() {
    return false;
  }

  @Override
  public int unit(int at) {
    return unit[at];
  }

  @Override
  public int place(int o) {
    return place[o];
  }

  @Override
  public void number(Candidates candidates) {
    for (int k = 0; k < candidates.size; k++) {
      candidates.unit[k] = unit[candidates.unit[k]];
    }
  }

  @Override
  public void gather(double[] whole, int from, double[] rows) {
    for (int c = 0; c < count; c++) {
      rows[c] = whole[from + unit[c]];
    }
    Arrays.fill(rows, count, stride, 0);
  }

  /**
   * Copies rows of these units to rows that have a place for each unit of the stage; what belongs
   * to other units is left as it is.
   *
   * @param n the length of a row of the whole stage
   */
  void spread(double[] rows, int rowCount, double[] whole, int n) {
    for (int i = 0; i < rowCount; i++) {
      for (int c = 0; c < count; c++) {
        whole[i * n + unit[c]] = rows[i * stride + c];
      }
    }
  }
}
