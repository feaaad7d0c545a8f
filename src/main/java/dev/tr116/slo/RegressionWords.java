package dev.tr116.slo;

import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.TwoSamples;
import java.util.Locale;

/** The wording of a comparison between two sessions. */
final class RegressionWords {
  private RegressionWords() {}

  /** E.g. {@code +12.3 % (95 % interval +10.0 to +14.9 %), p 0.016}. */
  static String figures(TwoSamples samples, double adjustedP) {
    var interval = samples.interval();
    return String.format(
        Locale.ROOT,
        "%s %% (%.0f %% interval %s to %s %%), p %s",
        percent(samples.ratio()),
        100 * interval.level(),
        percent(interval.low()),
        percent(interval.high()),
        adjustedP < 0.0005 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", adjustedP));
  }

  /** What the outcome rests on. */
  static String meaning(Change change, double minEffect) {
    var effect = String.format(Locale.ROOT, "%.4g", 100 * minEffect).replaceAll("\\.?0+$", "");
    return switch (change) {
      case REGRESSED -> ": worse";
      case IMPROVED -> ": better";
      case SAME -> ": within " + effect + " %";
      case INCONCLUSIVE -> ": neither a change nor shown to stay within " + effect + " %";
    };
  }

  /** Neither interval nor test. */
  static String notComparable(String runs) {
    return "not comparable: "
        + runs
        + " have a positive value, each side needs "
        + Bootstrap.FEWEST;
  }

  /** The test could not have shown any difference. */
  static String tooFew(String runs, int cells) {
    var needed = AttainableP.runsNeeded(cells);
    return ": "
        + runs
        + " cannot show any difference"
        + (cells > 1 ? " of one of " + cells + " cells" : "")
        + "; it needs "
        + needed
        + " on each side, set tr116.runs="
        + needed;
  }

  private static String percent(double ratio) {
    var text = String.format(Locale.ROOT, "%+.1f", 100 * (ratio - 1));
    return text.equals("-0.0") ? "+0.0" : text;
  }
}
