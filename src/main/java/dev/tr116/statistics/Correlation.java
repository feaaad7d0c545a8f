package dev.tr116.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Pearson's product-moment correlation. */
public final class Correlation {
  private Correlation() {}

  /**
   * r of pairs, between -1 and 1.
   *
   * @return empty with fewer than three pairs or when either side does not vary
   * @throws IllegalArgumentException when the sides differ in length
   */
  public static OptionalDouble pearson(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          x.length + " values beside " + y.length + " make no pairs");
    }
    if (x.length < 3) {
      return OptionalDouble.empty();
    }
    var meanX = Arrays.stream(x).average().orElseThrow();
    var meanY = Arrays.stream(y).average().orElseThrow();
    var together = 0.0;
    var ownX = 0.0;
    var ownY = 0.0;
    for (var i = 0; i < x.length; i++) {
      together += (x[i] - meanX) * (y[i] - meanY);
      ownX += (x[i] - meanX) * (x[i] - meanX);
      ownY += (y[i] - meanY) * (y[i] - meanY);
    }
    return ownX == 0 || ownY == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.clamp(together / Math.sqrt(ownX * ownY), -1, 1));
  }
}
