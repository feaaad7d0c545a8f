package dev.tr116.report.page;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.report.chart.Estimate;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One figure of a cell.
 *
 * @param measure which
 * @param sample over the measured runs that have it; empty where none has
 * @param interval of the mean; empty with too few runs
 * @param values of the runs, in their order
 * @param missing why runs lack it, in words; empty where none does
 */
record Measured(
    Measure measure,
    Optional<Distribution> sample,
    Optional<Interval> interval,
    List<Double> values,
    Optional<String> missing) {

  static Measured of(CellMetrics cell, Measure measure) {
    var runs = cell.measured();
    var values =
        runs.stream()
            .map(measure.ofRun())
            .filter(value -> value.isPresent() && Double.isFinite(value.getAsDouble()))
            .map(OptionalDouble::getAsDouble)
            .toList();
    return new Measured(
        measure,
        Distribution.of(values),
        cell.interval(measure.ofRun()),
        values,
        missing(cell, measure));
  }

  private static Optional<String> missing(CellMetrics cell, Measure measure) {
    var runs = cell.measured();
    if (runs.isEmpty()) {
      return Optional.of("no run was measured whole");
    }
    var reasons =
        runs.stream()
            .filter(run -> measure.ofRun().apply(run).isEmpty())
            .flatMap(run -> measure.missing(run).stream())
            .distinct()
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
  }

  /** The mean; empty where nothing was measured. */
  OptionalDouble mean() {
    return sample.map(values -> OptionalDouble.of(values.mean())).orElse(OptionalDouble.empty());
  }

  /** How many runs have it. */
  int n() {
    return values.size();
  }

  /** As a chart shows it, with every run. */
  Estimate estimate() {
    return sample
        .map(values -> Estimate.of(values.mean(), interval, this.values))
        .orElseGet(() -> Estimate.missing(missing.orElse("not measured")));
  }

  /** E.g. {@code 1.64x, 95 % interval 1.55 to 1.79, n 5}. */
  String words() {
    return sample
        .map(
            values ->
                measure.unit().of(values.mean())
                    + measure.unit().behind(interval)
                    + ", n "
                    + values.n())
        .orElseGet(() -> "not measured" + missing.map(why -> ": " + why).orElse(""));
  }

  /** The mean with its interval below it, or a dash with the reason. */
  Table.Cell cell() {
    return sample
        .map(
            values ->
                Table.Cell.of(
                    measure.unit().number(values.mean()),
                    interval.map(measure.unit()::of).orElse("no interval")
                        + (missing.isPresent() ? ", of " + values.n() + " runs" : "")))
        .orElseGet(() -> Table.Cell.absent(missing));
  }
}
