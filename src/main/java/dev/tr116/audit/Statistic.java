package dev.tr116.audit;

import dev.tr116.statistics.Correlation;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Percentile;
import dev.tr116.statistics.VarianceDecomposition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What is made of the figures of some rows; rows without the figure are left out. */
public enum Statistic {
  /** The only one. */
  VALUE((rows, metric) -> rows.size() == 1 ? mean(rows, metric) : OptionalDouble.empty()),
  /** How many there are. */
  COUNT((rows, metric) -> OptionalDouble.of(values(rows, metric).length)),
  MEAN(Statistic::mean),
  /** The mean of a flag, in percent. */
  PERCENT(described(sample -> OptionalDouble.of(100 * sample.mean()))),
  /** Of the sample (n - 1). */
  STD(described(Distribution::standardDeviation)),
  /** Standard deviation in percent of the mean. */
  CV(described(Distribution::coefficientOfVariation)),
  MIN(described(sample -> OptionalDouble.of(sample.min()))),
  MAX(described(sample -> OptionalDouble.of(sample.max()))),
  RANGE(described(sample -> OptionalDouble.of(sample.max() - sample.min()))),
  MEDIAN(described(sample -> OptionalDouble.of(sample.p50()))),
  P5((rows, metric) -> percentile(rows, metric, 0.05)),
  P95((rows, metric) -> percentile(rows, metric, 0.95)),
  /** Sample variance of the models' means. */
  BETWEEN(split(VarianceDecomposition::between)),
  /** Mean of the models' sample variances. */
  WITHIN(split(VarianceDecomposition::within)),
  /** The sum of both. */
  TOTAL(split(parts -> parts.between() + parts.within())),
  /** Between in percent of that sum. */
  BETWEEN_PERCENT(split(VarianceDecomposition::betweenPercent)),
  /** Pearson's r with the efficiency of the same rows. */
  CORRELATION(Statistic::correlation);

  static final String EFFICIENCY = "efficiency_percent";

  private final Rule rule;

  Statistic(Rule rule) {
    this.rule = rule;
  }

  private interface Rule {
    OptionalDouble of(List<DataRow> rows, String metric);
  }

  static Statistic named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The statistic of rounded figures, with how far rounding may have moved it. */
  Optional<Figure> of(List<DataRow> rows, String metric) {
    var value = rule.of(rows, metric);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var moved = 0.0;
    for (var i = 0; i < rows.size(); i++) {
      moved += moves(rows, i, metric, metric);
      if (this == CORRELATION && !metric.equals(EFFICIENCY)) {
        moved += moves(rows, i, EFFICIENCY, metric);
      }
    }
    return Optional.of(new Figure(value.getAsDouble(), moved));
  }

  /** To first order, what the rounding of one figure of one row does to the statistic. */
  private double moves(List<DataRow> rows, int index, String rounded, String metric) {
    var row = rows.get(index);
    var figure = row.figure(rounded);
    if (figure.isEmpty() || figure.get().halfWidth() == 0) {
      return 0;
    }
    var copy = new java.util.ArrayList<>(rows);
    copy.set(index, row.with(rounded, figure.get().moved(1)));
    var up = rule.of(copy, metric);
    copy.set(index, row.with(rounded, figure.get().moved(-1)));
    var down = rule.of(copy, metric);
    return up.isPresent() && down.isPresent()
        ? Math.abs(up.getAsDouble() - down.getAsDouble()) / 2
        : 0;
  }

  private static double[] values(List<DataRow> rows, String metric) {
    return rows.stream()
        .flatMap(row -> row.figure(metric).stream())
        .mapToDouble(Figure::value)
        .toArray();
  }

  private static OptionalDouble mean(List<DataRow> rows, String metric) {
    return described(sample -> OptionalDouble.of(sample.mean())).of(rows, metric);
  }

  private static Rule described(Function<Distribution, OptionalDouble> part) {
    return (rows, metric) ->
        Distribution.of(values(rows, metric)).map(part).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble percentile(List<DataRow> rows, String metric, double share) {
    return Percentile.of(values(rows, metric), share)
        .map(percentile -> OptionalDouble.of(percentile.ofSample()))
        .orElse(OptionalDouble.empty());
  }

  private static Rule split(ToDoubleFunction<VarianceDecomposition> part) {
    return (rows, metric) -> {
      var groups =
          rows.stream()
              .filter(row -> row.figure(metric).isPresent())
              .collect(Collectors.groupingBy(row -> row.keys().getOrDefault("model", "")));
      return VarianceDecomposition.of(
              groups.values().stream().map(group -> values(group, metric)).toList())
          .map(parts -> OptionalDouble.of(part.applyAsDouble(parts)))
          .orElse(OptionalDouble.empty());
    };
  }

  private static OptionalDouble correlation(List<DataRow> rows, String metric) {
    var pairs =
        rows.stream()
            .filter(row -> row.figure(metric).isPresent() && row.figure(EFFICIENCY).isPresent())
            .toList();
    return Correlation.pearson(values(pairs, metric), values(pairs, EFFICIENCY));
  }
}
