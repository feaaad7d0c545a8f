package dev.tr116.results.tr116;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Dual runs from a table: one row a run, durations of runs in s, of phases in ms. */
final class RunsTable {
  private static final double PER_SECOND = 1000;
  private static final String MISSING = "calls_without_final_metrics";
  private static final double MOST_CALLS = 1e6;

  private RunsTable() {}

  static List<ImportedRun> read(CsvTable table) {
    table.require("runtime", "model", "scenario", "run", "speedup", "efficiency_percent");
    return table.rows().stream().map(row -> Plausible.pair(row.place(), run(row))).toList();
  }

  private static ImportedRun run(CsvTable.Row row) {
    var missing =
        Plausible.count(row.place(), MISSING, row.number(MISSING), MOST_CALLS, "calls").orElse(0);
    return new ImportedRun(
        Harness.of(row.place(), row.text("runtime")),
        named(row, "model"),
        named(row, "scenario"),
        whole(row, "run"),
        new StoredFigures(
            row.number("speedup"),
            row.number("efficiency_percent"),
            row.number("throughput_delta_tok_s"),
            row.number("ttft_delta_ms"),
            flag(row, "contention")),
        wall(row, "wall_s"),
        wall(row, "sequential_s"),
        agent(row, "collector"),
        agent(row, "insight"),
        (int) missing);
  }

  private static ImportedAgent agent(CsvTable.Row row, String role) {
    return new ImportedAgent(
        wall(row, role + "_wall_s"),
        Plausible.rate(row.place(), role + "_throughput", row.number(role + "_throughput")),
        duration(row, role + "_ttft_ms"),
        Plausible.tokens(row.place(), role + "_tokens", row.number(role + "_tokens")),
        duration(row, role + "_prompt_eval_ms"),
        duration(row, role + "_eval_ms"),
        duration(row, role + "_load_ms"),
        Plausible.tokens(row.place(), role + "_num_ctx", row.number(role + "_num_ctx")));
  }

  static String named(CsvTable.Row row, String column) {
    if (row.text(column).isEmpty()) {
      throw new ImportException(row.place(), "names no " + column);
    }
    return row.text(column);
  }

  static int whole(CsvTable.Row row, String column) {
    var number = row.number(column).orElse(0);
    if (number < 1 || number != Math.rint(number) || number > 1_000_000) {
      throw new ImportException(
          row.place(),
          "column %s holds '%s'; write a whole number from 1".formatted(column, row.text(column)));
    }
    return (int) number;
  }

  private static OptionalDouble wall(CsvTable.Row row, String column) {
    var seconds = row.number(column);
    return Plausible.wall(
        row.place(),
        column,
        seconds.isPresent()
            ? OptionalDouble.of(seconds.getAsDouble() * PER_SECOND)
            : OptionalDouble.empty());
  }

  private static OptionalDouble duration(CsvTable.Row row, String column) {
    return Plausible.duration(row.place(), column, row.number(column));
  }

  private static Optional<Boolean> flag(CsvTable.Row row, String column) {
    return switch (row.text(column).toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      case "" -> Optional.empty();
      default ->
          throw new ImportException(
              row.place(),
              "column %s holds '%s'; write true or false".formatted(column, row.text(column)));
    };
  }
}
