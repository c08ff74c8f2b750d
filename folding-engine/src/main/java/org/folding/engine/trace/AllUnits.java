package org.folding.engine.trace;

import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.Candidates;
import org.folding.engine.kernel.Weights;

/**
 * All units of a stage. Their values at the start of a line stand where they are kept for the point
 * that the line sets out from.
 *
 * @param start the values of all stages at that point
 * @param firstStart where those of this stage start
 */
record AllUnits(Stage stage, double[] start, int firstStart) implements FollowedUnits {
  @Override
  public int count() {
    return stage.units;
  }

  @Override
  public int stride() {
    return stage.stride;
  }

  @Override
  public Weights weights() {
    return stage.matrix();
  }

  @Override
  public double[] real() {
    return stage.real;
  }

  @Override
  public boolean isAll() {
    return true;
  }

  @Override
  public int unit(int at) {
    return at;
  }

  @Override
  public int place(int unit) {
    return unit;
  }

  @Override
  public void number(Candidates candidates) {}

  @Override
  public void gather(double[] whole, int from, double[] rows) {
    System.arraycopy(whole, from, rows, 0, stage.stride);
  }
}
