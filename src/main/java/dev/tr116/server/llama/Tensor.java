package dev.tr116.server.llama;

import java.util.List;

/**
 * One array of weights.
 *
 * @param name as llama.cpp expects it
 * @param dimensions length of a row, then the number of rows if it is a matrix
 * @param type how it is stored
 * @param filler what it holds
 */
record Tensor(String name, List<Integer> dimensions, TensorType type, RowFiller filler) {
  /** Computes the values of one row. */
  @FunctionalInterface
  interface RowFiller {
    void fill(float[] row, int index, NormalNumbers random);
  }

  /** A vector; these stay in full precision, as llama.cpp does with its norms and biases. */
  static Tensor vector(String name, int length, RowFiller filler) {
    return new Tensor(name, List.of(length), TensorType.F32, filler);
  }

  static Tensor matrix(String name, int columns, int rows, TensorType type, RowFiller filler) {
    return new Tensor(name, List.of(columns, rows), type, filler);
  }

  int columns() {
    return dimensions.getFirst();
  }

  int rows() {
    return dimensions.size() == 1 ? 1 : dimensions.getLast();
  }

  long parameters() {
    return (long) columns() * rows();
  }

  long bytes() {
    return (long) type.bytes(columns()) * rows();
  }
}
