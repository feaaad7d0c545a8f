package dev.tr116.results.tr116;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CallMetrics;
import dev.tr116.metrics.SoloBaseline;
import dev.tr116.plan.AgentRole;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One agent of an imported run; what its file does not hold is empty. Times in ms, rates in tokens
 * per second, durations and tokens summed over its calls.
 *
 * @param wall its own wall time beside the other
 * @param throughput mean over its calls as stored: a call without final metrics counts as 0
 * @param ttft mean over its calls as stored; the Python harness puts prompt_eval_duration here
 * @param tokens generated, as far as counted
 * @param promptEval the server's prefill
 * @param eval the server's decode
 * @param load the server's loading; the Python harness keeps none
 * @param contextLength num_ctx it asked for; empty for the server's default
 */
public record ImportedAgent(
    OptionalDouble wall,
    OptionalDouble throughput,
    OptionalDouble ttft,
    OptionalLong tokens,
    OptionalDouble promptEval,
    OptionalDouble eval,
    OptionalDouble load,
    OptionalLong contextLength) {
  /**
   * This agent as our metrics see it.
   *
   * @param whole whether every call came with its final metrics; rates and server durations of
   *     others are partial and left out
   * @param alone its wall time alone, ms
   */
  AgentMetrics metrics(AgentRole role, boolean whole, OptionalDouble alone) {
    return new AgentMetrics(
        role,
        wall,
        ttft,
        known(whole, throughput),
        OptionalDouble.empty(),
        wall.stream().mapToObj(lasted -> allCalls(whole, lasted)).toList(),
        List.of(),
        List.of(),
        List.of(),
        alone.isPresent()
            ? Optional.of(
                new SoloBaseline(
                    alone.getAsDouble(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    OptionalInt.empty()))
            : Optional.empty());
  }

  private CallMetrics allCalls(boolean whole, double lasted) {
    return new CallMetrics(
        "all calls",
        ttft,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        known(whole, throughput),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        whole ? tokens : OptionalLong.empty(),
        OptionalDouble.empty(),
        known(whole, load),
        known(whole, promptEval),
        known(whole, eval),
        OptionalDouble.empty(),
        lasted,
        Optional.empty(),
        load.isPresent()
            ? Optional.of(load.getAsDouble() > CallMetrics.COLD_ABOVE_MS)
            : Optional.empty(),
        Optional.empty());
  }

  private static OptionalDouble known(boolean whole, OptionalDouble figure) {
    return whole ? figure : OptionalDouble.empty();
  }
}
