package dev.tr116.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code target/alert}. */
final class SloLimits {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

  private SloLimits() {}

  /** The limits, or nothing and one more problem. */
  static Optional<SloLimit> parse(SloMetric metric, String text, List<String> problems) {
    var parts = text.split("/", -1);
    if (parts.length == 2
        && NUMBER.matcher(parts[0].strip()).matches()
        && NUMBER.matcher(parts[1].strip()).matches()) {
      var limit =
          new SloLimit(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
      var ordered =
          switch (metric.better()) {
            case HIGHER -> limit.target() >= limit.alert();
            case LOWER -> limit.target() <= limit.alert();
          };
      if (ordered) {
        return Optional.of(limit);
      }
      problems.add(
          metric.key()
              + "="
              + text
              + ": the alert must be worse than the target, and "
              + (metric.better() == SloMetric.Better.HIGHER ? "less" : "more")
              + " is worse here; write the target first");
      return Optional.empty();
    }
    problems.add(
        metric.key()
            + "="
            + text
            + ": write target/alert in "
            + metric.unit()
            + ", e.g. "
            + metric
                .standard()
                .map(SloLimit::toString)
                .orElse(metric.better() == SloMetric.Better.HIGHER ? "1.2/1.0" : "1.0/1.2")
            + ", or off");
    return Optional.empty();
  }
}
