package dev.tr116.audit;

import dev.tr116.statistics.Bootstrap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One line for each runtime, model and scenario: published, by both definitions, and true. */
final class ConfigurationTable {
  private static final long SEED = 116;
  private static final List<String> KEYS = List.of("runtime", "model", "scenario");

  private ConfigurationTable() {}

  static String of(DataSet data, DataSet printed) {
    return "| runtime | model | scenario | published efficiency % | recomputed % | Rust's rule % |"
        + " Python's rule % | true speedup, decode only | true speedup, at most | runs | flagged |"
        + " by either rule |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n"
        + data.rows(DataSet.RUNS, Filter.parse("")).stream()
            .map(row -> KEYS.stream().map(key -> row.keys().get(key)).toList())
            .distinct()
            .map(cell -> row(cell, data, printed))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(List<String> cell, DataSet data, DataSet printed) {
    var filter =
        Filter.parse(
            "runtime=%s model=%s scenario=%s".formatted(cell.get(0), cell.get(1), cell.get(2)));
    var rows = data.rows(DataSet.RUNS, filter);
    return "| "
        + String.join(
            " | ",
            cell.get(0),
            cell.get(1),
            cell.get(2),
            mean(printed.rows(DataSet.RUNS, filter), "efficiency_percent"),
            mean(rows, "efficiency_percent"),
            mean(rows, "efficiency_rust_definition"),
            mean(rows, "efficiency_python_definition"),
            withInterval(rows, "true_speedup_decode"),
            withInterval(rows, "true_speedup_upper"),
            "%d of %d".formatted(values(rows, "true_speedup_decode").length, rows.size()),
            raised(rows, "contention"),
            raised(rows, "contention_by_either_rule"))
        + " |";
  }

  /** The mean, with the runs it leaves out. */
  private static String mean(List<DataRow> rows, String metric) {
    var values = values(rows, metric);
    var mean = java.util.Arrays.stream(values).average();
    return text(mean, 1) + (values.length < rows.size() ? " (" + values.length + " runs)" : "");
  }

  private static String withInterval(List<DataRow> rows, String metric) {
    var values = values(rows, metric);
    return text(java.util.Arrays.stream(values).average(), 2)
        + new Bootstrap(SEED)
            .ofMean(values)
            .map(
                interval ->
                    String.format(Locale.ROOT, " [%.2f, %.2f]", interval.low(), interval.high()))
            .orElse("");
  }

  private static String raised(List<DataRow> rows, String flag) {
    return Integer.toString((int) java.util.Arrays.stream(values(rows, flag)).sum());
  }

  private static String text(OptionalDouble value, int decimals) {
    return value.isPresent() ? Rounding.text(value.getAsDouble(), decimals) : "-";
  }

  private static double[] values(List<DataRow> rows, String metric) {
    return rows.stream()
        .flatMap(row -> row.figure(metric).stream())
        .mapToDouble(Figure::value)
        .toArray();
  }
}
