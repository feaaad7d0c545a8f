package dev.tr116.cost;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.RunCost;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Markdown;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a cell's runs cost at a price by the hour.
 *
 * @param cell which
 * @param per1000 US dollars for a thousand runs one after the other
 * @param tokensPerDollar tokens that all agents generate for a US dollar, waiting included
 * @param tokensPerDollarDecoding the same while all agents decode
 */
public record MeasuredCost(
    CellMetrics cell,
    Optional<Estimate> per1000,
    Optional<Estimate> tokensPerDollar,
    Optional<Estimate> tokensPerDollarDecoding) {

  /**
   * A figure over the measured runs of a cell.
   *
   * @param sample of the runs that have it
   * @param interval of the mean; empty with too few runs
   */
  public record Estimate(Distribution sample, Optional<Interval> interval) {}

  /**
   * The costs of one cell.
   *
   * @param pricePerHour of all machines together, US dollars
   */
  public static MeasuredCost of(CellMetrics cell, BigDecimal pricePerHour) {
    return new MeasuredCost(
        cell,
        estimate(cell, run -> RunCost.per1000(run, pricePerHour)),
        estimate(cell, run -> RunCost.tokensPerDollar(run, pricePerHour)),
        estimate(cell, run -> RunCost.tokensPerDollarDecoding(run, pricePerHour)));
  }

  /**
   * The costs of cells as Markdown, those side by side only.
   *
   * @param pricePerHour of all machines together, US dollars
   * @param backend what they were measured on
   * @param level of the heading, e.g. 2
   */
  public static String markdown(
      List<CellMetrics> cells, BigDecimal pricePerHour, BackendDescription backend, int level) {
    var text = new StringBuilder(MarkdownText.heading(level, "Measured costs"));
    text.append("At $").append(price(pricePerHour)).append(" an hour for all machines; ");
    text.append("measured on ").append(Markdown.plain(backend.phrase())).append('.');
    if (!backend.isReal()) {
      text.append(" That says nothing about the models named.");
    }
    text.append("\n\n");
    text.append(
        MarkdownText.head(
            List.of(
                "cell",
                "runs",
                "1000 runs, $",
                "tokens per dollar",
                "tokens per dollar while decoding")));
    cells.stream()
        .filter(cell -> cell.id().isSideBySide())
        .map(cell -> of(cell, pricePerHour))
        .forEach(
            cost ->
                text.append(
                    MarkdownText.row(
                        List.of(
                            Markdown.plain(cost.cell().id().displayName()),
                            Integer.toString(cost.cell().measured().size()),
                            shown(cost.per1000(), "%.4f"),
                            shown(cost.tokensPerDollar(), "%,.0f"),
                            shown(cost.tokensPerDollarDecoding(), "%,.0f")))));
    return text.append('\n').toString();
  }

  private static String price(BigDecimal dollars) {
    return dollars.setScale(Math.max(2, dollars.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }

  private static String shown(Optional<Estimate> figure, String format) {
    return figure
        .map(each -> MarkdownText.mean(each.sample().mean(), each.interval(), format))
        .orElse("-");
  }

  private static Optional<Estimate> estimate(
      CellMetrics cell, Function<DualRunMetrics, OptionalDouble> figure) {
    return cell.over(figure).map(sample -> new Estimate(sample, cell.interval(figure)));
  }
}
