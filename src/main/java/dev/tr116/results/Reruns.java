package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.RunOutliers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a summary says of the outliers that were measured again. */
final class Reruns {
  private Reruns() {}

  /**
   * One figure of one agent, the first time and again.
   *
   * @param outliers the sample the first value is an outlier of
   * @param run its number
   */
  private record Pair(RunOutliers outliers, int run, OptionalDouble first, OptionalDouble again) {
    /** Whether the second value lies far from the median, too; empty when there is none. */
    Optional<Boolean> isFarAgain() {
      return again.isPresent()
          ? Optional.of(outliers.isFar(again.getAsDouble()))
          : Optional.empty();
    }
  }

  static ArrayNode json(CellMetrics cell) {
    var json = Json.object().arrayNode();
    for (var pair : pairs(cell)) {
      var each = json.addObject();
      each.put("run", pair.run());
      each.put("role", pair.outliers().role().name());
      each.put("figure", pair.outliers().figure());
      each.put("median", pair.outliers().median());
      Json.put(each, "first", pair.first());
      Json.put(each, "again", pair.again());
      each.put("outlier_again", pair.isFarAgain().orElse(null));
    }
    return json;
  }

  static String markdown(CellMetrics cell) {
    var pairs = pairs(cell);
    if (pairs.isEmpty()) {
      return "";
    }
    var text =
        new StringBuilder(
                "\nOutliers were measured again; the figures above are of the first time.")
            .append("\n\n| run | agent | figure | median | first | again | outlier again |\n")
            .append("|---|---|---|---|---|---|---|\n");
    for (var pair : pairs) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %d | %s | %s | %s | %s | %s | %s |\n",
              pair.run(),
              pair.outliers().role(),
              pair.outliers().figure(),
              SummaryMarkdown.number(pair.outliers().median()),
              SummaryMarkdown.number(pair.first()),
              SummaryMarkdown.number(pair.again()),
              pair.isFarAgain().map(far -> far ? "yes" : "no").orElse("-")));
    }
    return text.toString();
  }

  private static List<Pair> pairs(CellMetrics cell) {
    return RunOutliers.of(cell).stream()
        .flatMap(
            outliers ->
                cell.reruns().stream()
                    .filter(rerun -> outliers.flagged().contains(rerun.again().id().number()))
                    .map(rerun -> pair(cell, outliers, rerun.again())))
        .toList();
  }

  private static Pair pair(CellMetrics cell, RunOutliers outliers, DualRunMetrics again) {
    var first = cell.runs().stream().filter(run -> run.id().equals(again.id())).findFirst();
    return new Pair(
        outliers,
        again.id().number(),
        first.map(run -> figure(run, outliers)).orElse(OptionalDouble.empty()),
        figure(again, outliers));
  }

  private static OptionalDouble figure(DualRunMetrics run, RunOutliers outliers) {
    return run.agent(outliers.role())
        .map(agent -> outliers.figure().equals("ttft") ? agent.ttft() : agent.throughput())
        .orElse(OptionalDouble.empty());
  }
}
