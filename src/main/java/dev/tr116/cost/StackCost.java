package dev.tr116.cost;

import static dev.tr116.cost.CostFormulas.MONTHS;

/**
 * What a stack costs. US dollars.
 *
 * @param stack which
 * @param instances it needs
 * @param monthly for the instances
 * @param infrastructure the same a year
 * @param yearly infrastructure, monitoring, maintenance and licence
 * @param per1000 executions, for the instances
 */
public record StackCost(
    Stack stack,
    int instances,
    double monthly,
    double infrastructure,
    double yearly,
    double per1000) {

  static StackCost of(Stack stack, int instances, CostInputs inputs) {
    var monthly = instances * inputs.instancePricePerMonth();
    return new StackCost(
        stack,
        instances,
        monthly,
        MONTHS * monthly,
        CostFormulas.yearly(monthly, stack.monitoring(), stack.maintenance(), stack.licence()),
        CostFormulas.per1000(monthly, inputs.executionsPerMonth()));
  }

  /** Development, once. */
  public double development() {
    return stack.development().total();
  }

  /** Development and operations over so many months. */
  public double total(double months) {
    return CostFormulas.total(development(), yearly, months / MONTHS);
  }
}
