package dev.tr116.cost;

import static dev.tr116.cost.MarkdownText.dollars;
import static dev.tr116.cost.MarkdownText.head;
import static dev.tr116.cost.MarkdownText.heading;
import static dev.tr116.cost.MarkdownText.percent;
import static dev.tr116.cost.MarkdownText.row;
import static dev.tr116.plan.Markdown.plain;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The cost model as Markdown. */
public final class CostMarkdown {
  private static final String NONE = "-";

  private CostMarkdown() {}

  /**
   * Stacks, break-even, the cheapest stack by horizon and what changes of the inputs do.
   *
   * @param level of the headings, e.g. 2
   */
  public static String of(CostModel model, int level) {
    return stacks(model, level)
        + breakEvens(model, level)
        + horizons(model, level)
        + whatIfs(model, level);
  }

  /**
   * Published figures that do not follow from what the report states, in two tables: slips, and
   * what depends on something that is not stated.
   *
   * @param level of the headings, e.g. 2
   */
  public static String checked(List<CheckedFigure> figures, int level) {
    return "%d figures were computed again from the report's own inputs: %d follow from them, %d do not, %d depend on something that is not stated.%n%n"
            .formatted(
                figures.size(),
                figures.stream().filter(CheckedFigure::reproduces).count(),
                figures.stream().filter(of(CheckedFigure.Kind.SLIP)).count(),
                figures.stream().filter(of(CheckedFigure.Kind.ASSUMPTION)).count())
        + heading(level, "Slips")
        + table(figures, of(CheckedFigure.Kind.SLIP), "right")
        + "\n"
        + heading(level, "What depends on an assumption that is not stated")
        + table(figures, of(CheckedFigure.Kind.ASSUMPTION), "by another assumption")
        + "\n"
        + heading(level, "To know about figures that do follow")
        + table(figures, figure -> figure.reproduces() && !figure.why().isEmpty(), "computed");
  }

  private static String stacks(CostModel model, int level) {
    var inputs = model.inputs();
    var text = new StringBuilder(heading(level, "Costs of each stack"));
    text.append("Assumptions: ").append(plain(inputs.title())).append(". ");
    text.append(
        String.format(
            Locale.ROOT,
            "%,.0f executions a month, %,.0f side by side in a run; %s a month for an instance; "
                + "totals over %d years. %s%n%n",
            inputs.executionsPerMonth(),
            inputs.executionsPerRun(),
            dollars(inputs.instancePricePerMonth()),
            inputs.horizonYears(),
            model.measuredOn().map(CostMarkdown::measured).orElse("Nothing here was measured.")));
    text.append(
        head(
            List.of(
                "stack",
                "instances",
                "a month",
                "premium over "
                    + inputs.stack(inputs.base()).map(base -> plain(base.name())).orElse(NONE),
                "1000 executions",
                "development",
                "operations a year",
                inputs.horizonYears() + "-year total",
                "above the best")));
    for (var cost : model.stacks()) {
      text.append(
          row(
              List.of(
                  plain(cost.stack().name()),
                  cost.instances()
                      + (cost.stack().instances().isEmpty() ? " (from measured times)" : ""),
                  dollars(cost.monthly()),
                  model
                      .base()
                      .map(base -> CostFormulas.premiumPercent(cost.monthly(), base.monthly()))
                      .map(MarkdownText::percent)
                      .orElse(NONE),
                  dollars(cost.per1000()),
                  dollars(cost.development()),
                  dollars(cost.yearly()),
                  dollars(model.total(cost)),
                  percent(
                      CostFormulas.premiumPercent(
                          model.total(cost), model.total(model.best().orElseThrow()))))));
    }
    model
        .missing()
        .forEach(missing -> text.append("\nNo costs: ").append(plain(missing)).append(".\n"));
    return text.append('\n').toString();
  }

  private static String measured(BackendDescription backend) {
    return "Nothing here was measured but the times that some instances follow from, on "
        + plain(backend.phrase())
        + (backend.isReal() ? "." : ", which says nothing about the models named.");
  }

  private static String breakEvens(CostModel model, int level) {
    if (model.breakEvens().isEmpty()) {
      return "";
    }
    var text = new StringBuilder(heading(level, "Break-even"));
    text.append("Between two stacks of which neither is built yet.\n\n");
    text.append(
        head(
            List.of(
                "stack",
                "instead of",
                "more development",
                "savings a year",
                "break-even, months",
                model.inputs().horizonYears() + "-year savings")));
    for (var each : model.breakEvens()) {
      text.append(
          row(
              List.of(
                  plain(each.stack().stack().name()),
                  plain(each.other().stack().name()),
                  dollars(each.moreDevelopment()),
                  dollars(each.yearlySavings()),
                  each.months().isPresent() ? months(each.months().getAsDouble()) : "never",
                  dollars(each.savings()))));
    }
    return text.append('\n').toString();
  }

  private static String horizons(CostModel model, int level) {
    if (model.stacks().isEmpty()) {
      return "";
    }
    var text = new StringBuilder(heading(level, "The cheapest stack by horizon"));
    text.append(head(List.of("horizon, months", "cheapest", "total at its end")));
    for (var stretch : model.stretches()) {
      text.append(
          row(
              List.of(
                  months(stretch.fromMonth()) + until(stretch.untilMonth()),
                  plain(stretch.cheapest().stack().name()),
                  stretch.untilMonth().isPresent()
                      ? dollars(stretch.cheapest().total(stretch.untilMonth().getAsDouble()))
                      : NONE)));
    }
    return text.append('\n').toString();
  }

  private static String until(OptionalDouble month) {
    return month.isPresent() ? " to " + months(month.getAsDouble()) : " and more";
  }

  private static String whatIfs(CostModel model, int level) {
    if (model.inputs().whatIfs().isEmpty() || model.best().isEmpty()) {
      return "";
    }
    var best = model.best().get();
    var text = new StringBuilder(heading(level, "What if"));
    text.append("Now the best is ").append(plain(best.stack().name())).append(" with ");
    text.append(dollars(model.total(best))).append(".\n\n");
    text.append(head(List.of("change", "that stack then", "best then", "its total")));
    for (var change : model.inputs().whatIfs()) {
      var then = model.after(change);
      var bestThen = then.best().orElseThrow();
      text.append(
          row(
              List.of(
                  plain(change.title()),
                  dollars(then.total(then.stack(best.stack().id()).orElseThrow())),
                  plain(bestThen.stack().name()),
                  dollars(then.total(bestThen)))));
    }
    return text.append('\n').toString();
  }

  private static Predicate<CheckedFigure> of(CheckedFigure.Kind kind) {
    return figure -> figure.kind().filter(kind::equals).isPresent();
  }

  private static String table(
      List<CheckedFigure> figures, Predicate<CheckedFigure> which, String right) {
    var text = new StringBuilder(head(List.of("where", "figure", "published", right, "why")));
    figures.stream()
        .filter(which)
        .map(
            figure ->
                List.of(
                    figure.place(),
                    figure.what(),
                    figure.published(),
                    figure.right(),
                    figure.why()))
        .forEach(cells -> text.append(row(cells.stream().map(Markdown::plain).toList())));
    return text.toString();
  }

  private static String months(double months) {
    return String.format(Locale.ROOT, "%.1f", months).replaceFirst("\\.0$", "");
  }
}
