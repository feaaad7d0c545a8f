package dev.tr116.metrics;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** What a run costs on machines that are paid by the hour, idle or not. */
public final class RunCost {
  private static final double MS_PER_HOUR = 3_600_000;
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double EXECUTIONS = 1000;

  private RunCost() {}

  /**
   * US dollars for a thousand runs one after the other: W x price x 1000; empty without a wall
   * time.
   *
   * @param pricePerHour of all machines together, US dollars
   */
  public static OptionalDouble per1000(DualRunMetrics run, BigDecimal pricePerHour) {
    var wall = run.concurrentWall();
    return wall.isPresent()
        ? OptionalDouble.of(
            EXECUTIONS * wall.getAsDouble() / MS_PER_HOUR * pricePerHour.doubleValue())
        : OptionalDouble.empty();
  }

  /**
   * Tokens that all agents generate for a US dollar: their eval_count over W x price, waiting and
   * prompts included; empty where a count, the wall time or the price is missing.
   *
   * @param pricePerHour of all machines together, US dollars
   */
  public static OptionalDouble tokensPerDollar(DualRunMetrics run, BigDecimal pricePerHour) {
    var counts =
        run.agents().stream()
            .flatMap(agent -> agent.calls().stream())
            .map(CallMetrics::evalCount)
            .toList();
    var dollars = run.concurrentWall().orElse(0) / MS_PER_HOUR * pricePerHour.doubleValue();
    return dollars <= 0 || counts.isEmpty() || counts.stream().anyMatch(n -> n.isEmpty())
        ? OptionalDouble.empty()
        : OptionalDouble.of(counts.stream().mapToLong(n -> n.getAsLong()).sum() / dollars);
  }

  /**
   * Tokens for a US dollar while all agents decode: the sum of their decode rates over the price;
   * the most that runs without waits and prompts could give. Empty where a rate or the price is
   * missing.
   *
   * @param pricePerHour of all machines together, US dollars
   */
  public static OptionalDouble tokensPerDollarDecoding(
      DualRunMetrics run, BigDecimal pricePerHour) {
    var rates = run.agents().stream().map(AgentMetrics::decodeRate).toList();
    return pricePerHour.signum() <= 0
            || rates.isEmpty()
            || rates.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            tokensPerDollar(
                rates.stream().mapToDouble(OptionalDouble::getAsDouble).sum(),
                pricePerHour.doubleValue()));
  }

  /**
   * Tokens for a US dollar at a steady rate.
   *
   * @param tokensPerSecond of all agents together
   * @param pricePerHour of all machines together, US dollars
   */
  public static double tokensPerDollar(double tokensPerSecond, double pricePerHour) {
    return tokensPerSecond * SECONDS_PER_HOUR / pricePerHour;
  }
}
