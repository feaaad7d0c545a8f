package dev.tr116.cost;

import static dev.tr116.cost.CostFormulas.MONTHS;

import java.util.List;

/**
 * A formula in words: its name, the stacks or numbers it takes, and after {@code if} a change of
 * the inputs.
 */
final class Formula {
  private final CostModel model;
  private final List<String> words;

  private Formula(CostModel model, List<String> words) {
    this.model = model;
    this.words = words;
  }

  /** What a formula gives. */
  sealed interface Answer {
    /** A number. */
    record Amount(double value) implements Answer {}

    /** A stack. */
    record Name(String text) implements Answer {}
  }

  static Answer of(String text, CostModel model) {
    var words = List.of(text.split(" "));
    var change = words.indexOf("if");
    return change < 0
        ? new Formula(model, words).answer()
        : new Formula(changed(model, words.get(change + 1)), words.subList(0, change)).answer();
  }

  private static CostModel changed(CostModel model, String id) {
    return model.after(
        model.inputs().whatIfs().stream()
            .filter(whatIf -> whatIf.id().equals(id))
            .findFirst()
            .orElseThrow());
  }

  private Answer answer() {
    return switch (words.getFirst()) {
      case "best" -> name(model.best().orElseThrow());
      case "cheapest-at" -> name(model.cheapestAfter(number(1)).orElseThrow());
      default -> new Answer.Amount(amount());
    };
  }

  private double amount() {
    return switch (words.getFirst()) {
      case "instances" -> stack(1).instances();
      case "instances-by-efficiency" ->
          CostFormulas.instancesByEfficiency(stack(1).instances(), number(2), number(3));
      case "instances-for-seconds" ->
          CostFormulas.instances(
              model.inputs().executionsPerMonth(),
              model.inputs().executionsPerRun(),
              number(1),
              model.inputs().utilisation());
      case "efficiency-premium" -> CostFormulas.premiumPercent(number(1), number(2));
      case "monthly" -> stack(1).monthly();
      case "premium" -> CostFormulas.premiumPercent(stack(1).monthly(), stack(2).monthly());
      case "more-monthly" -> stack(1).monthly() - stack(2).monthly();
      case "more-infrastructure" -> stack(1).infrastructure() - stack(2).infrastructure();
      case "weeks" -> number(1) * number(2);
      case "development" -> stack(1).development();
      case "infrastructure" -> stack(1).infrastructure();
      case "yearly" -> stack(1).yearly();
      case "operations" -> model.total(stack(1)) - stack(1).development();
      case "total" -> model.total(stack(1));
      case "above-best" ->
          CostFormulas.premiumPercent(
              model.total(stack(1)), model.total(model.best().orElseThrow()));
      case "best-total" -> model.total(model.best().orElseThrow());
      case "more-development" -> pair().moreDevelopment();
      case "yearly-savings" -> pair().yearlySavings();
      case "savings" -> pair().savings();
      case "break-even-months" -> pair().months().orElseThrow();
      case "break-even-years" -> pair().months().orElseThrow() / MONTHS;
      case "migration-months" ->
          CostFormulas.breakEvenMonths(stack(1).development(), pair().yearlySavings())
              .orElseThrow();
      case "per-1000" -> stack(1).per1000();
      default -> throw new IllegalStateException("no formula: " + words);
    };
  }

  private BreakEven pair() {
    return BreakEven.of(stack(1), stack(2), model.inputs().horizonYears());
  }

  private StackCost stack(int word) {
    return model.stack(words.get(word)).orElseThrow();
  }

  private double number(int word) {
    return Double.parseDouble(words.get(word));
  }

  private static Answer name(StackCost cost) {
    return new Answer.Name(cost.stack().name());
  }
}
