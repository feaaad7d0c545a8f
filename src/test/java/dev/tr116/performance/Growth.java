package dev.tr116.performance;

/**
 * How a cost grows with a size: the p of y = c x^p. 1 is linear growth, 0 a cost that stays the
 * same.
 */
final class Growth {
  private Growth() {}

  /**
   * The exponent over all points: the slope of the least squares line of log y on log x.
   *
   * @throws IllegalArgumentException with fewer than two sizes, or with a value that is not above 0
   */
  static double exponent(double[] x, double[] y) {
    check(x, y);
    var meanX = 0.0;
    var meanY = 0.0;
    for (var i = 0; i < x.length; i++) {
      meanX += Math.log(x[i]) / x.length;
      meanY += Math.log(y[i]) / x.length;
    }
    var together = 0.0;
    var square = 0.0;
    for (var i = 0; i < x.length; i++) {
      var fromMean = Math.log(x[i]) - meanX;
      together += fromMean * (Math.log(y[i]) - meanY);
      square += fromMean * fromMean;
    }
    if (square < 1e-12) {
      throw new IllegalArgumentException("one size alone has no growth: give two or more");
    }
    return together / square;
  }

  /**
   * The exponent between the last two points, where costs that stay the same weigh least.
   *
   * @throws IllegalArgumentException as {@link #exponent} does
   */
  static double atTheEnd(double[] x, double[] y) {
    check(x, y);
    var n = x.length;
    return exponent(new double[] {x[n - 2], x[n - 1]}, new double[] {y[n - 2], y[n - 1]});
  }

  private static void check(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(
          x.length
              + " sizes and "
              + y.length
              + " costs: give two or more of each, as many of both");
    }
    for (var i = 0; i < x.length; i++) {
      if (!(x[i] > 0 && y[i] > 0) || Double.isInfinite(x[i]) || Double.isInfinite(y[i])) {
        throw new IllegalArgumentException(
            "a cost of "
                + y[i]
                + " at "
                + x[i]
                + " has no logarithm: leave out what was not measured");
      }
    }
  }
}
