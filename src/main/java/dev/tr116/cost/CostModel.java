package dev.tr116.cost;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.statistics.Distribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Every formula over one file of inputs. US dollars.
 *
 * @param inputs that were given
 * @param stacks what each of them costs, in the order of the inputs
 * @param missing the stacks without costs, each with the reason, in words
 * @param measuredOn what the times were measured on that instances follow from; empty where none do
 */
public record CostModel(
    CostInputs inputs,
    List<StackCost> stacks,
    List<String> missing,
    Optional<BackendDescription> measuredOn) {
  private static final double MS = 1000;

  public CostModel {
    stacks = List.copyOf(stacks);
    missing = List.copyOf(missing);
  }

  /** The costs of stacks whose instances are given. */
  public static CostModel of(CostInputs inputs) {
    return of(inputs, List.of(), Optional.empty());
  }

  /**
   * The costs of all stacks; instances that are not given follow from the mean wall time of the
   * cell with the stack's model, runtime and scenario.
   *
   * @param measured cells of a session
   * @param backend that the session was measured on
   */
  public static CostModel of(
      CostInputs inputs, List<CellMetrics> measured, BackendDescription backend) {
    return of(inputs, measured, Optional.of(backend));
  }

  private static CostModel of(
      CostInputs inputs, List<CellMetrics> measured, Optional<BackendDescription> backend) {
    var stacks = new ArrayList<StackCost>();
    var missing = new ArrayList<String>();
    for (var stack : inputs.stacks()) {
      var instances = instances(stack, inputs, measured);
      if (instances.isPresent()) {
        stacks.add(StackCost.of(stack, instances.getAsInt(), inputs));
      } else {
        missing.add(
            stack.name()
                + ": its instances follow from measured times, and no run of "
                + stack.model()
                + " under "
                + stack.runtime()
                + stack.scenario().map(scenario -> " in " + scenario).orElse("")
                + " was measured");
      }
    }
    return new CostModel(
        inputs,
        stacks,
        missing,
        backend.filter(
            any -> stacks.stream().anyMatch(cost -> cost.stack().instances().isEmpty())));
  }

  /** The stack with that id; empty when it has no costs. */
  public Optional<StackCost> stack(String id) {
    return stacks.stream().filter(cost -> cost.stack().id().equals(id)).findFirst();
  }

  /** The stack that premiums are taken against; empty when it has no costs. */
  public Optional<StackCost> base() {
    return stack(inputs.base());
  }

  /** Development and operations of a stack over the horizon. */
  public double total(StackCost stack) {
    return stack.total(CostFormulas.MONTHS * (double) inputs.horizonYears());
  }

  /** The stack with the lowest total over the horizon; empty when none has costs. */
  public Optional<StackCost> best() {
    return stacks.stream().min(Comparator.comparingDouble(this::total));
  }

  /** When the first stack of each pair has paid off; pairs without costs are left out. */
  public List<BreakEven> breakEvens() {
    return inputs.pairs().stream()
        .flatMap(
            pair ->
                stack(pair.stack()).stream()
                    .flatMap(
                        one ->
                            stack(pair.other())
                                .map(other -> BreakEven.of(one, other, inputs.horizonYears()))
                                .stream()))
        .toList();
  }

  /** Which stack is the cheapest, from the start on. */
  public List<Stretch> stretches() {
    return Stretch.of(stacks);
  }

  /** The stack that is the cheapest after so many months; empty when none has costs. */
  public Optional<StackCost> cheapestAfter(double months) {
    return stacks.stream()
        .min(
            Comparator.<StackCost>comparingDouble(stack -> stack.total(months))
                .thenComparingDouble(StackCost::yearly));
  }

  /** The costs after that change, with the same instances. */
  public CostModel after(WhatIf change) {
    var changed = change.applyTo(inputs);
    return new CostModel(
        changed,
        stacks.stream()
            .map(
                cost ->
                    StackCost.of(
                        changed.stack(cost.stack().id()).orElseThrow(), cost.instances(), changed))
            .toList(),
        missing,
        measuredOn);
  }

  private static OptionalInt instances(Stack stack, CostInputs inputs, List<CellMetrics> measured) {
    return stack.instances().isPresent()
        ? stack.instances()
        : measured.stream()
            .filter(cell -> stack.isMeasuredBy(cell.id()))
            .flatMap(cell -> cell.over(DualRunMetrics::concurrentWall).stream())
            .map(Distribution::mean)
            .map(
                wall ->
                    OptionalInt.of(
                        CostFormulas.instances(
                            inputs.executionsPerMonth(),
                            inputs.executionsPerRun(),
                            wall / MS,
                            inputs.utilisation())))
            .findFirst()
            .orElse(OptionalInt.empty());
  }
}
