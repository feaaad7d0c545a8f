package dev.tr116.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A stretch of time for which one stack is the cheapest of all to have been chosen.
 *
 * @param cheapest the stack
 * @param fromMonth in which it becomes so
 * @param untilMonth in which another takes its place; empty when none does
 */
public record Stretch(StackCost cheapest, double fromMonth, OptionalDouble untilMonth) {

  /** All stretches, from the start on; where two cost the same, the cheaper to run comes first. */
  static List<Stretch> of(List<StackCost> stacks) {
    var stretches = new ArrayList<Stretch>();
    var from = 0.0;
    var next = stacks.stream().min(byDevelopment());
    while (next.isPresent()) {
      var now = next.get();
      next =
          stacks.stream()
              .filter(stack -> stack.yearly() < now.yearly())
              .min(
                  Comparator.<StackCost>comparingDouble(stack -> meeting(stack, now))
                      .thenComparingDouble(StackCost::yearly));
      var until =
          next.isPresent() ? OptionalDouble.of(meeting(next.get(), now)) : OptionalDouble.empty();
      stretches.add(new Stretch(now, from, until));
      from = until.orElse(from);
    }
    return List.copyOf(stretches);
  }

  private static Comparator<StackCost> byDevelopment() {
    return Comparator.comparingDouble(StackCost::development)
        .thenComparingDouble(StackCost::yearly);
  }

  private static double meeting(StackCost stack, StackCost now) {
    return CostFormulas.breakEvenMonths(
            stack.development() - now.development(), now.yearly() - stack.yearly())
        .orElse(Double.POSITIVE_INFINITY);
  }
}
