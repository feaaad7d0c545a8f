package dev.tr116.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * What was measured with each number of agents. The least squares over all runs are those over the
 * means, each weighted by its number of runs.
 */
final class ScalabilityCurve {
  private static final int MOST_STEPS = 200;
  private static final double LEAST_GAIN = 1e-14;
  private static final double MOST_DAMPING = 1e12;

  private final double[] n;
  private final double[][] runs;
  private final double[] means;

  private ScalabilityCurve(double[] n, double[][] runs, double[] means) {
    this.n = n;
    this.runs = runs;
    this.means = means;
  }

  static ScalabilityCurve of(SortedMap<Integer, double[]> measured) {
    var runs = measured.values().toArray(double[][]::new);
    return new ScalabilityCurve(
        measured.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
        runs,
        Arrays.stream(runs).mapToDouble(r -> Arrays.stream(r).average().orElseThrow()).toArray());
  }

  /** The same with other runs: of each N those at these indices. */
  ScalabilityCurve drawn(int[][] draws) {
    var drawn = new double[n.length];
    for (var i = 0; i < n.length; i++) {
      var sum = 0.0;
      for (var index : draws[i]) {
        sum += runs[i][index];
      }
      drawn[i] = sum / draws[i].length;
    }
    return new ScalabilityCurve(n, runs, drawn);
  }

  /** How many runs each N has. */
  int[] sizes() {
    return Arrays.stream(runs).mapToInt(values -> values.length).toArray();
  }

  /** 1 - residual / total sum of squares of the runs; empty where they do not differ. */
  OptionalDouble explainedBy(UniversalScalability law) {
    var all = Arrays.stream(runs).flatMapToDouble(Arrays::stream).toArray();
    var middle = Arrays.stream(all).average().orElseThrow();
    var total = Arrays.stream(all).map(value -> (value - middle) * (value - middle)).sum();
    var rest =
        IntStream.range(0, n.length)
            .mapToDouble(i -> Arrays.stream(runs[i]).map(v -> Math.pow(v - law.at(n[i]), 2)).sum())
            .sum();
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - rest / total);
  }

  /** By Levenberg and Marquardt's method; a parameter that would leave its bound stays on it. */
  UniversalScalability fit() {
    var law = new UniversalScalability(0, 0);
    var error = error(law);
    var damping = 1e-3;
    for (var step = 0; step < MOST_STEPS && error > 0 && damping < MOST_DAMPING; step++) {
      var next = step(law, damping);
      var nextError = error(next);
      if (nextError < error) {
        var gain = error - nextError;
        law = next;
        error = nextError;
        damping /= 10;
        if (gain < LEAST_GAIN * error) {
          break;
        }
      } else {
        damping *= 10;
      }
    }
    return law;
  }

  private UniversalScalability step(UniversalScalability law, double damping) {
    double a = 0;
    double b = 0;
    double c = 0;
    double g = 0;
    double h = 0;
    for (var i = 0; i < n.length; i++) {
      var at = law.at(n[i]);
      var bySigma = -at * at * (n[i] - 1) / n[i];
      var byKappa = bySigma * n[i];
      var weight = runs[i].length;
      var missing = means[i] - at;
      a += weight * bySigma * bySigma;
      b += weight * bySigma * byKappa;
      c += weight * byKappa * byKappa;
      g += weight * bySigma * missing;
      h += weight * byKappa * missing;
    }
    a *= 1 + damping;
    c *= 1 + damping;
    if (law.sigma() == 0 && g <= 0) {
      return moved(law, 0, h / c);
    }
    if (law.kappa() == 0 && h <= 0) {
      return moved(law, g / a, 0);
    }
    var determinant = a * c - b * b;
    return moved(law, (g * c - h * b) / determinant, (h * a - g * b) / determinant);
  }

  private static UniversalScalability moved(UniversalScalability law, double sigma, double kappa) {
    return new UniversalScalability(
        Math.max(0, law.sigma() + sigma), Math.max(0, law.kappa() + kappa));
  }

  private double error(UniversalScalability law) {
    var sum = 0.0;
    for (var i = 0; i < n.length; i++) {
      var missing = means[i] - law.at(n[i]);
      sum += runs[i].length * missing * missing;
    }
    return sum;
  }
}
