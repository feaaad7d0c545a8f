package dev.tr116.results;

import static dev.tr116.results.SummaryMarkdown.number;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.EfficiencyCorrelation;
import dev.tr116.metrics.ModelCorrelation;
import dev.tr116.metrics.ModelVariance;
import dev.tr116.metrics.RunOutliers;
import dev.tr116.plan.Markdown;
import dev.tr116.statistics.Percentile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How runs differ, for people: percentiles, outliers, correlations, models. */
final class SpreadMarkdown {
  private SpreadMarkdown() {}

  static void cell(StringBuilder text, CellMetrics cell) {
    if (cell.measured().isEmpty()) {
      return;
    }
    text.append("\nTTFT of every call: ").append(percentile(cell, 0.95)).append("; ");
    text.append(percentile(cell, 0.99)).append(".\n");
    var outliers =
        RunOutliers.of(cell).stream().filter(o -> !o.beyondTwoDeviations().isEmpty()).toList();
    if (!outliers.isEmpty()) {
      text.append(
          "\nOutliers, runs more than 2 MAD from the median (of these, more than 2 % off): ");
      text.append(
          outliers.stream().map(SpreadMarkdown::outliers).collect(Collectors.joining("; ")));
      text.append(".\n");
    }
    var correlation = EfficiencyCorrelation.of(cell.measured());
    if (correlation.signed().isPresent() || correlation.absolute().isPresent()) {
      text.append("\nefficiency_percent with throughput_delta: r ");
      text.append(number(correlation.signed())).append("; with its absolute value: r ");
      text.append(number(correlation.absolute())).append(" (n ").append(correlation.n());
      text.append(").\n");
    }
  }

  static void models(StringBuilder text, List<CellMetrics> cells) {
    var variances = ModelVariance.of(cells);
    if (variances.isEmpty()) {
      return;
    }
    text.append("\n## Between models\n\nVariance of efficiency_percent, all scenarios of a model");
    text.append(" together.\n\n| runtime | runs | between | within | between share (TR116) |");
    text.append(" eta squared (ANOVA) | omega squared | p |\n|---|---|---|---|---|---|---|---|\n");
    for (var variance : variances) {
      var split = variance.split();
      text.append("| ").append(variance.runtime()).append(" | ");
      text.append(
          variance.runs().entrySet().stream()
              .map(model -> Markdown.plain(model.getKey().displayName()) + " " + model.getValue())
              .collect(Collectors.joining(", ")));
      text.append(" | ").append(number(split.between())).append(" | ");
      text.append(number(split.within())).append(" | ");
      text.append(String.format(Locale.ROOT, "%.1f %%", split.betweenPercent())).append(" | ");
      text.append(number(split.etaSquared())).append(" | ").append(number(split.omegaSquared()));
      text.append(" | ").append(number(split.p())).append(" |\n");
    }
  }

  static void correlations(StringBuilder text, List<CellMetrics> cells) {
    var models =
        ModelCorrelation.of(cells).stream()
            .filter(model -> model.correlation().signed().isPresent())
            .toList();
    if (models.isEmpty()) {
      return;
    }
    text.append("\n## Efficiency and imbalance\n\nPearson's r of efficiency_percent with");
    text.append(" throughput_delta, all scenarios of a model together.\n\n| runtime | model |");
    text.append(" runs | r, signed (TR116) | r, absolute |\n|---|---|---|---|---|\n");
    for (var model : models) {
      text.append("| ")
          .append(model.runtime())
          .append(" | ")
          .append(Markdown.plain(model.model().displayName()));
      text.append(" | ").append(model.correlation().n()).append(" | ");
      text.append(number(model.correlation().signed())).append(" | ");
      text.append(number(model.correlation().absolute())).append(" |\n");
    }
  }

  static String list(List<Integer> numbers) {
    return numbers.isEmpty()
        ? "none"
        : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String outliers(RunOutliers outliers) {
    return outliers.role()
        + " "
        + outliers.figure()
        + " "
        + list(outliers.beyondTwoDeviations())
        + " ("
        + list(outliers.flagged())
        + ")";
  }

  private static String percentile(CellMetrics cell, double share) {
    var name = String.format(Locale.ROOT, "p%.0f ", 100 * share);
    return cell.ttft(share)
        .map(
            percentile ->
                percentile.isSupported()
                    ? name + number(percentile.ofSample()) + " ms"
                    : name
                        + "refused, "
                        + percentile.n()
                        + " of "
                        + Percentile.needs(share)
                        + " calls")
        .orElse(name + "not measured");
  }
}
