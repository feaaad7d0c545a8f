package dev.tr116.server.llama;

import java.util.SplittableRandom;

/**
 * Nearly normally distributed numbers, the same ones for the same seed on every machine.
 *
 * <p>Each is the sum of four uniform ones taken from a single 64-bit draw: cheap enough for tens of
 * millions of weights, and close enough to normal for them.
 */
final class NormalNumbers {
  private static final int MASK = 0xFFFF;
  private static final float MEAN = 4 * MASK / 2f;
  private static final double DEVIATION = 65_536 * Math.sqrt(4 / 12.0);

  private final SplittableRandom random;

  NormalNumbers(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Fills a row with numbers of mean zero and this standard deviation. */
  void fill(float[] row, double deviation) {
    var factor = (float) (deviation / DEVIATION);
    for (var i = 0; i < row.length; i++) {
      var bits = random.nextLong();
      var sum =
          (int) (bits & MASK)
              + (int) (bits >>> 16 & MASK)
              + (int) (bits >>> 32 & MASK)
              + (int) (bits >>> 48);
      row[i] = (sum - MEAN) * factor;
    }
  }

  boolean nextBoolean() {
    return random.nextBoolean();
  }
}
