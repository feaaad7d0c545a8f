package dev.tr116.cost;

import java.util.OptionalDouble;

/**
 * When a stack has paid off against another that could have been chosen instead, before anything is
 * built. US dollars.
 *
 * @param stack the one that may pay off
 * @param other the one it is held against
 * @param moreDevelopment of the first
 * @param yearlySavings by the first
 * @param months until they have paid for it; 0 where there is nothing to pay for, empty where they
 *     never do
 * @param savings over the horizon; below 0 where it did not pay off by then
 */
public record BreakEven(
    StackCost stack,
    StackCost other,
    double moreDevelopment,
    double yearlySavings,
    OptionalDouble months,
    double savings) {

  static BreakEven of(StackCost stack, StackCost other, int horizonYears) {
    var moreDevelopment = stack.development() - other.development();
    var yearlySavings = other.yearly() - stack.yearly();
    return new BreakEven(
        stack,
        other,
        moreDevelopment,
        yearlySavings,
        CostFormulas.breakEvenMonths(moreDevelopment, yearlySavings),
        yearlySavings * horizonYears - moreDevelopment);
  }
}
