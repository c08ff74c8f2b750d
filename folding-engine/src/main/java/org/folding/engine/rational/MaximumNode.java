package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.Optional;
import org.folding.api.network.MaxOfGroups;
import org.jspecify.annotations.Nullable;

/** Maxima over groups of elements. A new winner bends the line and is no flip. */
final class MaximumNode implements LineNode {
  private final MaxOfGroups groups;
  private final LineValue operand;
  private final LineValue result;
  private final @Nullable LineTime[] next;
  private boolean started;

  MaximumNode(MaxOfGroups groups, LineValue operand, LineValue result) {
    this.groups = groups;
    this.operand = operand;
    this.result = result;
    this.next = new LineTime[result.size()];
  }

  @Override
  public void settle(LineTime now) {
    for (int g = 0; g < result.size(); g++) {
      if (!started || isDue(g, now)) {
        int winner = groups.element(g, 0);
        for (int k = 1; k < groups.size(g); k++) {
          int rival = groups.element(g, k);
          winner = isAbove(rival, winner, now) ? rival : winner;
        }
        next[g] = nextWinner(g, winner, now);
        result.set(g, operand.alpha(winner), operand.beta(winner));
      }
    }
    started = true;
    result.apply();
  }

  private boolean isDue(int group, LineTime now) {
    if (next[group] != null && next[group].compareTo(now) <= 0) {
      return true;
    }
    for (int k = 0; k < groups.size(group); k++) {
      if (operand.isChanged(groups.element(group, k))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one element is greater than another just after a time. */
  private boolean isAbove(int one, int other, LineTime now) {
    BigInteger alpha = operand.alpha(one).subtract(operand.alpha(other));
    BigInteger beta = operand.beta(one).subtract(operand.beta(other));
    if (beta.signum() == 0) {
      return alpha.signum() > 0;
    }
    return beta.signum() > 0 == LineTime.ofZero(alpha, beta).compareTo(now) <= 0;
  }

  /** When an element reaches the winner; null if none does. */
  private @Nullable LineTime nextWinner(int group, int winner, LineTime now) {
    LineTime first = null;
    for (int k = 0; k < groups.size(group); k++) {
      int rival = groups.element(group, k);
      BigInteger beta = operand.beta(rival).subtract(operand.beta(winner));
      if (beta.signum() > 0) {
        LineTime time = LineTime.ofZero(operand.alpha(rival).subtract(operand.alpha(winner)), beta);
        if (time.compareTo(now) > 0 && (first == null || time.compareTo(first) < 0)) {
          first = time;
        }
      }
    }
    return first;
  }

  @Override
  public Optional<LineTime> nextBend() {
    LineTime first = null;
    for (LineTime time : next) {
      if (time != null && (first == null || time.compareTo(first) < 0)) {
        first = time;
      }
    }
    return Optional.ofNullable(first);
  }
}
