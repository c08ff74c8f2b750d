package com.example.nearest;

import org.folding.api.data.Dataset;

/** Which rows may be the neighbour of a row. */
enum Neighbour {
  /** Rows of another class. */
  OTHER("all rows have the same class, so use data of two classes or more"),
  /** Other rows of the same class. */
  SAME("it is the only row of its class, so add rows or remove this one"),
  /** All other rows. */
  ANY("the data have one row, so use two rows or more");

  private final String remedy;

  Neighbour(String remedy) {
    this.remedy = remedy;
  }

  /** Why a row can be without a neighbour, and what to do. */
  String remedy() {
    return remedy;
  }

  boolean accepts(Dataset data, int row, int candidate) {
    return switch (this) {
      case OTHER -> data.label(row) != data.label(candidate);
      case SAME -> row != candidate && data.label(row) == data.label(candidate);
      case ANY -> row != candidate;
    };
  }
}
