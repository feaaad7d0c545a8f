package dev.tr116.cost;

import dev.tr116.plan.Model;
import java.util.List;

/**
 * One change of the inputs.
 *
 * @param id in the inputs, e.g. {@code infrastructure-half}
 * @param title for people
 * @param instancePriceFactor on the price of an instance
 * @param developmentFactor on the development of every stack
 * @param licensed the models that cost a fee then
 * @param licencePerYear that fee, US dollars a year
 */
public record WhatIf(
    String id,
    String title,
    double instancePriceFactor,
    double developmentFactor,
    List<Model> licensed,
    double licencePerYear) {
  public WhatIf {
    licensed = List.copyOf(licensed);
  }

  /** The inputs with that change. */
  public CostInputs applyTo(CostInputs inputs) {
    return new CostInputs(
        inputs.title(),
        inputs.executionsPerMonth(),
        inputs.executionsPerRun(),
        inputs.instancePricePerMonth() * instancePriceFactor,
        inputs.utilisation(),
        inputs.horizonYears(),
        inputs.base(),
        inputs.stacks().stream()
            .map(
                stack ->
                    stack.with(
                        developmentFactor, licensed.contains(stack.model()) ? licencePerYear : 0))
            .toList(),
        inputs.pairs(),
        List.of());
  }
}
