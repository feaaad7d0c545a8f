package dev.tr116.assertj;

import dev.tr116.statistics.Interval;
import java.util.Locale;

/** The words of a figure that misses its limit, or is missing. */
final class ShouldBeMeasured {
  /** Why a figure that compares with each agent alone is absent. */
  static final String NO_SOLO = "no solo baseline was measured; run with tr116.solo=every or once";

  /** Why nothing can have contended. */
  static final String NOBODY_BESIDE = "no two agents ran side by side";

  private ShouldBeMeasured() {}

  static String above(String what, String figure, String unit, double limit, double actual) {
    return words(what, figure, unit, "above", limit, actual);
  }

  static String below(String what, String figure, String unit, double limit, double actual) {
    return words(what, figure, unit, "below", limit, actual);
  }

  static String intervalAbove(
      String what, String figure, String unit, double limit, Interval interval) {
    return String.format(
        Locale.ROOT,
        "%nExpecting the 95 %% interval of %s of%n  %s%nto be above%n  %.3f %s%nbut it was%n"
            + "  [%.3f, %.3f] %s%s",
        figure,
        what,
        limit,
        unit,
        interval.low(),
        interval.high(),
        unit,
        interval.high() > limit ? ", which holds the limit: more runs may decide" : "");
  }

  static String absent(String what, String figure, String because) {
    return String.format(
        Locale.ROOT,
        "%nExpecting %s of%n  %s%nto be measured, but it is not: %s",
        figure,
        what,
        because);
  }

  private static String words(
      String what, String figure, String unit, String side, double limit, double actual) {
    return String.format(
        Locale.ROOT,
        "%nExpecting %s of%n  %s%nto be %s%n  %.3f %s%nbut it was%n  %.3f %s%s",
        figure,
        what,
        side,
        limit,
        unit,
        actual,
        unit,
        limit == 0
            ? ""
            : String.format(Locale.ROOT, " (%+.1f %%)", 100 * (actual - limit) / limit));
  }
}
