package dev.tr116.results;

import static dev.tr116.results.SummaryMarkdown.interval;
import static dev.tr116.results.SummaryMarkdown.number;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Scaling;
import dev.tr116.plan.Markdown;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.ScalabilityFit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The suite {@code scaling} for people: a table by the number of agents, the law, the best N. */
final class ScalingMarkdown {
  private ScalingMarkdown() {}

  static void of(StringBuilder text, List<CellMetrics> cells) {
    for (var scaling : Scaling.of(cells)) {
      text.append("\n## Scaling, ").append(Markdown.plain(scaling.model().displayName()));
      text.append(scaling.runtime().equals("structured") ? "" : " · " + scaling.runtime());
      text.append(" (").append(scaling.options()).append(")\n\n");
      text.append("| agents | runs | W, ms | concurrency_speedup | true_speedup | levelled |");
      text.append(" mean slowdown | fairness |\n|---|---|---|---|---|---|---|---|\n");
      scaling.cells().forEach((agents, cell) -> row(text, agents, cell));
      text.append('\n').append(ScalingWords.best(scaling)).append(".\n\n");
      text.append("Universal Scalability Law, N / (1 + sigma (N - 1) + kappa N (N - 1)):");
      scaling.fitMissing().ifPresent(why -> text.append(' ').append(why).append('.'));
      text.append('\n');
      if (scaling.fitMissing().isEmpty()) {
        text.append("\n| fitted to | sigma | kappa | N* | R² |\n|---|---|---|---|---|\n");
        fit(text, "true_speedup", scaling.fit());
        fit(text, "true_speedup, levelled", scaling.fitLevelled());
      }
    }
  }

  private static void row(StringBuilder text, int agents, CellMetrics cell) {
    text.append("| ").append(agents).append(" | ").append(cell.measured().size());
    figure(text, cell, DualRunMetrics::concurrentWall);
    figure(text, cell, DualRunMetrics::concurrencySpeedup);
    figure(text, cell, DualRunMetrics::trueSpeedup);
    figure(text, cell, DualRunMetrics::trueSpeedupLevelled);
    figure(text, cell, DualRunMetrics::meanSlowdown);
    figure(text, cell, DualRunMetrics::fairness);
    text.append(" |\n");
  }

  private static void figure(
      StringBuilder text, CellMetrics cell, Function<DualRunMetrics, OptionalDouble> figure) {
    text.append(" | ");
    text.append(cell.over(figure).map(Distribution::mean).map(SummaryMarkdown::number).orElse("-"));
    text.append(interval(cell.interval(figure)));
  }

  private static void fit(StringBuilder text, String figure, Optional<ScalabilityFit> fit) {
    text.append("| ").append(figure).append(" | ");
    if (fit.isEmpty()) {
      text.append("- | - | - | - |\n");
      return;
    }
    var law = fit.get().law();
    text.append(number(law.sigma())).append(interval(fit.get().sigma())).append(" | ");
    text.append(String.format(java.util.Locale.ROOT, "%.4f", law.kappa()));
    text.append(
        fit.get()
            .kappa()
            .map(i -> String.format(java.util.Locale.ROOT, " [%.4f, %.4f]", i.low(), i.high()))
            .orElse(""));
    text.append(" | ").append(ScalingWords.peak(fit.get())).append(" | ");
    text.append(number(fit.get().rSquared())).append(" |\n");
  }
}
