package org.folding.cli;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folding.engine.verify.Difference;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import org.folding.reports.Decimals;

/**
 * A verification in words.
 *
 * @param found what was checked, and what came out
 */
record VerificationText(Verification found) {

  /** What was compared. */
  String checked() {
    return rational()
        ? number(found.flips())
            + " flips in "
            + number(found.regions() - found.paths())
            + " steps, by walks in rational arithmetic"
        : number(found.bits())
            + " bits at the midpoints of "
            + number(found.regions())
            + " regions";
  }

  /** What is worth knowing besides; may be empty. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (rational()) {
      remarks.add(
          "times are off by "
              + Decimals.scientific(found.timeError(), 2, RoundingMode.CEILING)
              + " at most");
    } else if (found.resolved() > 0) {
      remarks.add(
          number(found.resolved())
              + " of them too near zero for float64, decided in rational arithmetic");
    }
    if (found.undecided() > 0) {
      remarks.add(
          number(found.undecided())
              + (rational()
                  ? " undecided: steps that are one in the walk, as float64 cannot tell them apart"
                  : " undecided: too near zero for float64, and the network is too large for"
                      + " rational arithmetic"));
    }
    return remarks;
  }

  /** Whether the walks are proven, and what is wrong with the first that is not. */
  String verdict() {
    if (found.first().isPresent()) {
      Difference first = found.first().get();
      return "WRONG: "
          + number(found.differences())
          + (rational() ? " steps" : " bits")
          + " differ, first "
          + first.message()
          + "; please report this";
    }
    if (!found.isProven()) {
      return "not proven: no difference, but " + number(found.undecided()) + " undecided";
    }
    return rational()
        ? "proven: every flip is there, and no other"
        : "proven: every region is there, with its pattern";
  }

  private boolean rational() {
    return found.mode() == VerifyMode.RATIONAL;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
