package dev.tr116.results;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Scaling;
import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.HighestMean;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.ScalabilityFit;
import java.util.Locale;
import java.util.stream.Collectors;

/** The best number of agents in words. */
public final class ScalingWords {
  private ScalingWords() {}

  /**
   * E.g. {@code best N 3 (true speedup 1.84); 2, 3 and 4 cannot be told apart, take 2}; says what
   * is missing where nothing can be said.
   */
  public static String best(Scaling scaling) {
    return scaling
        .best()
        .map(best -> best(scaling, best))
        .orElse("no best N: " + scaling.fitMissing().orElse("nothing was measured"));
  }

  /** E.g. {@code 4.2 [3.1, 7.0]}, or that the law has no maximum. */
  public static String peak(ScalabilityFit fit) {
    var peak = fit.law().peak();
    var at =
        peak.isPresent()
            ? String.format(Locale.ROOT, "%.1f", peak.getAsDouble())
            : "no maximum within the model";
    return at + fit.peak().map(ScalingWords::interval).orElse("");
  }

  /** E.g. {@code USL: sigma 0.052, kappa 0.0103, N* 9.6 [8.1, 11.2], R² 0.998}. */
  public static String law(ScalabilityFit fit) {
    return String.format(
        Locale.ROOT,
        "USL: sigma %.3f, kappa %.4f, N* %s%s",
        fit.law().sigma(),
        fit.law().kappa(),
        peak(fit),
        fit.rSquared().isPresent()
            ? String.format(Locale.ROOT, ", R² %.3f", fit.rSquared().getAsDouble())
            : "");
  }

  private static String best(Scaling scaling, HighestMean best) {
    var speedup =
        scaling.cells().get(best.at()).over(DualRunMetrics::trueSpeedup).orElseThrow().mean();
    var head = String.format(Locale.ROOT, "best N %d (true speedup %.2f)", best.at(), speedup);
    if (best.smallest().isEmpty()) {
      return head + "; which others are as good takes " + Bootstrap.FEWEST + " runs of each N";
    }
    return best.alike().size() == 1
        ? head + ", above every other N measured"
        : head
            + "; N "
            + best.alike().stream().map(String::valueOf).collect(Collectors.joining(", "))
            + " cannot be told apart, take "
            + best.smallest().getAsInt();
  }

  private static String interval(Interval interval) {
    return Double.isFinite(interval.high())
        ? String.format(Locale.ROOT, " [%.1f, %.1f]", interval.low(), interval.high())
        : String.format(Locale.ROOT, " [%.1f, no maximum]", interval.low());
  }
}
