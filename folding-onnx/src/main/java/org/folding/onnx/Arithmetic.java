package org.folding.onnx;

/** The four operators that combine two tensors element by element. */
enum Arithmetic {
  ADD("Add", "adds"),
  SUB("Sub", "subtracts"),
  MUL("Mul", "multiplies"),
  DIV("Div", "divides");

  private final String operator;
  private final String verb;

  Arithmetic(String operator, String verb) {
    this.operator = operator;
    this.verb = verb;
  }

  /** The operator's name in ONNX. */
  String operator() {
    return operator;
  }

  /** What the operator does, for messages. */
  String verb() {
    return verb;
  }

  boolean isSum() {
    return this == ADD || this == SUB;
  }

  double apply(double left, double right) {
    return switch (this) {
      case ADD -> left + right;
      case SUB -> left - right;
      case MUL -> left * right;
      case DIV -> left / right;
    };
  }
}
