package org.folding.onnx;

/** The operators that make one number of all those along some axes. */
enum Reduction {
  SUM("ReduceSum"),
  MEAN("ReduceMean"),
  MAX("ReduceMax"),
  MIN("ReduceMin");

  private final String operator;

  Reduction(String operator) {
    this.operator = operator;
  }

  /** The operator's name in ONNX. */
  String operator() {
    return operator;
  }

  /** What it makes of numbers, at least one. */
  double of(double[] values) {
    double result = values[0];
    for (int i = 1; i < values.length; i++) {
      result =
          switch (this) {
            case SUM, MEAN -> result + values[i];
            case MAX -> Math.max(result, values[i]);
            case MIN -> Math.min(result, values[i]);
          };
    }
    return this == MEAN ? result / values.length : result;
  }
}
