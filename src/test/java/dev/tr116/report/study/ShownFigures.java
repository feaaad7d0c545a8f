package dev.tr116.report.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the cell or line of the report where a figure of TR116's tables belongs. */
record ShownFigures(ReadReport report) {
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("runs", "Runs"),
          Map.entry("efficiency_percent/mean", "Efficiency_Mean"),
          Map.entry("efficiency_percent/std", "Efficiency_Std"),
          Map.entry("efficiency_percent/min", "Efficiency_Min"),
          Map.entry("efficiency_percent/max", "Efficiency_Max"),
          Map.entry("speedup/mean", "Speedup_Mean"),
          Map.entry("speedup/std", "Speedup_Std"),
          Map.entry("throughput_delta_tok_s/mean", "Throughput_Delta_Mean"),
          Map.entry("ttft_delta_ms/mean", "TTFT_Delta_Mean"),
          Map.entry("contention/mean", "Contention_Rate"));

  private static final Map<String, String> OF_MODELS =
      Map.of(
          "efficiency_percent/mean", "Eff_Mean",
          "efficiency_percent/std", "Eff_Std",
          "speedup/mean", "Speed_Mean",
          "speedup/std", "Speed_Std");

  private static final Map<String, String> OF_RUNS =
      Map.of(
          "speedup", "Speedup",
          "efficiency_percent", "Efficiency",
          "throughput_delta_tok_s", "Throughput_Delta",
          "ttft_delta_ms", "TTFT_Delta_ms",
          "contention", "Contention");

  private static final Map<String, String> DETAILED =
      Map.of(
          "speedup", "Speedup",
          "efficiency_percent", "Efficiency (%)",
          "throughput_delta_tok_s", "Throughput Delta (tok/s)",
          "ttft_delta_ms", "TTFT Delta (ms)",
          "contention", "Contention");

  private static final Map<String, String> OF_SINGLES =
      Map.of(
          "configs", "Configs",
          "baseline_tp", "Baseline_TP",
          "chimera_tp", "Chimera_TP",
          "tp_improve_pct", "TP_Improve_%",
          "baseline_ttft_ms", "Baseline_TTFT_ms",
          "chimera_ttft_ms", "Chimera_TTFT_ms",
          "ttft_reduction_pct", "TTFT_Reduction_%");

  private static final Map<String, String> OF_VARIANCE =
      Map.of(
          "between", "Between-Group Variance",
          "within", "Within-Group Variance (avg)",
          "total", "Total Variance",
          "between_percent", "Between % of Total");

  private static final Map<String, String> OF_DISTRIBUTION =
      Map.of(
          "mean", "Mean", "median", "P50", "p5", "P5", "p95", "P95", "min", "Min", "max", "Max",
          "range", "Range", "std", "Std Dev");

  private static final Map<String, String> STATISTICS =
      Map.of(
          "mean", "- Mean: (\\S+)",
          "std", "- Std Dev: (\\S+)",
          "min", "- Min: (\\S+) /.*",
          "max", "- Min: .* Max: (\\S+)",
          "range", "- Range: (\\S+)",
          "cv", "- CV: (\\S+)");

  /** The text of the figure with that id, as the report shows it. */
  String of(String id) {
    var part = List.of(id.split("/"));
    var last = part.getLast();
    var two = part.get(part.size() - 2) + "/" + last;
    return switch (part.getFirst()) {
      case "runtime" ->
          report
              .row("Runtime-Level Summary", part.get(1))
              .get(part.size() == 3 ? COLUMNS.get(last) : COLUMNS.get(two));
      case "model" ->
          report.row("Model x Runtime Summary", part.get(2), part.get(1)).get(OF_MODELS.get(two));
      case "configuration" ->
          report
              .row("Configuration-Level Summary", part.get(1), part.get(2), part.get(3))
              .get(part.size() == 5 ? COLUMNS.get(last) : COLUMNS.get(two));
      case "run" ->
          report
              .row("Appendix A", part.get(1), part.get(2), part.get(3), part.get(4))
              .get(OF_RUNS.get(last));
      case "appendix-b" -> appendixB(part);
      case "correlation" ->
          report.row("1. Correlation", upper(part.get(2)), upper(part.get(1))).get("r (signed)");
      case "variance" -> report.row("2. Variance", "models, rust").get(OF_VARIANCE.get(last));
      case "distribution" ->
          report
              .row("3. Efficiency Distribution", upper(part.get(1)))
              .get(OF_DISTRIBUTION.get(last));
      case "single" -> single(part);
      case "single-run" -> singleRun(part);
      case "appendix-g" -> configuration(part);
      default -> throw new AssertionError("nobody knows where " + id + " stands");
    };
  }

  private String appendixB(List<String> part) {
    var heading = ". %s | %s | %s".formatted(upper(part.get(1)), part.get(2), part.get(3));
    if (part.size() == 6) {
      return report.row(heading, part.get(4)).get(DETAILED.get(part.getLast()));
    }
    return found(STATISTICS.get(part.getLast()), report.lines(heading), 1);
  }

  private String single(List<String> part) {
    if (part.size() == 6) {
      return report
          .row("Appendix C", part.get(1), part.get(2), part.get(3), part.get(4))
          .get(OF_SINGLES.get(part.getLast()));
    }
    return report.row("Summary Table", part.get(1), part.get(2)).get(OF_SINGLES.get(part.get(3)));
  }

  private String singleRun(List<String> part) {
    var line =
        "- python \\| %s \\| gpu%s_ctx%s_temp08 \\| run %s: throughput (\\S+)->(\\S+) tok/s \\(Delta (\\S+)\\), TTFT (\\S+)->(\\S+) ms \\(Delta (\\S+)\\)\\."
            .formatted(Pattern.quote(part.get(1)), part.get(2), part.get(3), part.get(4));
    var group =
        List.of(
                "baseline_throughput",
                "chimera_throughput",
                "throughput_improvement_percent",
                "baseline_ttft_ms",
                "chimera_ttft_ms",
                "ttft_reduction_percent")
            .indexOf(part.getLast());
    return found(line, report.lines("Appendix G"), group + 1);
  }

  private String configuration(List<String> part) {
    var line =
        "- rust \\| %s \\| gpu%s_ctx%s_temp08: baseline (\\S+) tok/s, chimera (\\S+) tok/s, TTFT (\\S+)->(\\S+) ms \\(Delta (\\S+)\\)\\."
            .formatted(Pattern.quote(part.get(1)), part.get(2), part.get(3));
    var group =
        List.of(
                "baseline_tp",
                "chimera_tp",
                "baseline_ttft_ms",
                "chimera_ttft_ms",
                "ttft_reduction_pct")
            .indexOf(part.getLast());
    return found(line, report.lines("Single-Agent Config Notes"), group + 1);
  }

  private static String found(String pattern, List<String> lines, int group) {
    return lines.stream()
        .map(Pattern.compile(pattern)::matcher)
        .filter(matcher -> matcher.matches())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line " + pattern))
        .group(group);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
