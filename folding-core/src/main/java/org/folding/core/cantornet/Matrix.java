package org.folding.core.cantornet;

import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;

/** A matrix under construction, row-major. */
final class Matrix {
  private final int rows;
  private final int columns;
  private final double[] values;

  Matrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.values = new double[Math.multiplyExact(rows, columns)];
  }

  static Matrix identity(int size) {
    Matrix identity = new Matrix(size, size);
    for (int i = 0; i < size; i++) {
      identity.set(i, i, 1);
    }
    return identity;
  }

  int rows() {
    return rows;
  }

  void set(int row, int column, double value) {
    values[row * columns + column] = value;
  }

  /** This matrix, most of whose entries are zero, times another. */
  Matrix times(Matrix right) {
    Matrix product = new Matrix(rows, right.columns);
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        double factor = values[i * columns + k];
        for (int j = 0; factor != 0 && j < right.columns; j++) {
          product.values[i * right.columns + j] += factor * right.values[k * right.columns + j];
        }
      }
    }
    return product;
  }

  Tensor toTensor() {
    return Tensor.of(Shape.of(rows, columns), values);
  }
}
