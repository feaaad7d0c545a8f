package dev.tr116.results.tr116;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * What can be said of an imported run's true speedup without solo baselines of its own.
 *
 * @param decodeOnly time alone is the tokens at the rate alone and nothing else, so that all other
 *     time counts as lost to running side by side: the lowest true speedup there can be
 * @param withOverhead time alone is that plus all the time the agent spent beside decoding in the
 *     dual run, as if none of it came from running side by side: the highest
 */
public record TrueSpeedup(double decodeOnly, double withOverhead) {
  /**
   * The two bounds; nothing when tokens, a wall time, a decode time or a rate is unknown, as it is
   * with a call that came without final metrics.
   */
  public static Optional<TrueSpeedup> of(ImportedRun run, SoloRates rates) {
    if (run.callsWithoutFinalMetrics() > 0) {
      return Optional.empty();
    }
    var lowest = speedup(run, rates, (agent, decode) -> decode);
    var highest =
        speedup(
            run,
            rates,
            (agent, decode) -> decode + agent.wall().orElseThrow() - agent.eval().orElseThrow());
    return lowest.isPresent() && highest.isPresent()
        ? Optional.of(new TrueSpeedup(lowest.getAsDouble(), highest.getAsDouble()))
        : Optional.empty();
  }

  private static OptionalDouble speedup(
      ImportedRun run, SoloRates rates, BiFunction<ImportedAgent, Double, Double> alone) {
    return run.metrics(role -> alone(run, role, rates, alone))
        .map(DualRunMetrics::trueSpeedup)
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble alone(
      ImportedRun run,
      AgentRole role,
      SoloRates rates,
      BiFunction<ImportedAgent, Double, Double> alone) {
    var agent = run.agent(role);
    var rate = rates.of(run, role);
    return rate.isPresent()
            && agent.tokens().isPresent()
            && agent.eval().isPresent()
            && agent.wall().isPresent()
        ? OptionalDouble.of(
            alone.apply(agent, 1000 * agent.tokens().getAsLong() / rate.getAsDouble()))
        : OptionalDouble.empty();
  }
}
