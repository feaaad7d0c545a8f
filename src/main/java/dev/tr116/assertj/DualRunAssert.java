package dev.tr116.assertj;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on one run of agents side by side. */
public final class DualRunAssert extends AbstractAssert<DualRunAssert, DualRun> {
  DualRunAssert(DualRun actual) {
    super(actual, DualRunAssert.class);
  }

  /** Every call of every agent ended with its terminator, alone and side by side. */
  public DualRunAssert succeeded() {
    isNotNull();
    if (!actual.succeeded()) {
      failWithMessage(
          "%s",
          actual.status() == RunStatus.INVALID
              ? "Run invalid: its figures cannot be trusted, its record says why"
              : "Run failed: " + failures());
    }
    return this;
  }

  /** The pair was more than so many times as fast as one agent after the other, measured alone. */
  public DualRunAssert hasTrueSpeedupAbove(double limit) {
    return above("true_speedup", "x", metrics().trueSpeedup(), noSolo(), limit);
  }

  /** TR116's speedup, which cannot see agents slow each other down, is above the limit. */
  public DualRunAssert hasConcurrencySpeedupAbove(double limit) {
    return above("concurrency_speedup", "x", metrics().concurrencySpeedup(), failures(), limit);
  }

  /** TR116's efficiency in percent is above the limit. */
  public DualRunAssert hasEfficiencyAbove(double percent) {
    return above("efficiency_percent", "%", metrics().efficiencyPercent(), failures(), percent);
  }

  /** No agent took more than so many times as long as alone. */
  public DualRunAssert hasSlowdownBelow(double limit) {
    for (var agent : metrics().agents()) {
      below("slowdown of " + agent.role(), "x", agent.slowdown(), noSolo(), limit);
    }
    return this;
  }

  /**
   * The 95th percentile (type 7) of the TTFT of this run's calls is below the limit; with fewer
   * than 59 calls, which support no such percentile, the slowest call is.
   */
  public DualRunAssert hasTtftP95Below(Duration limit) {
    var agents = metrics().agents();
    var complete = agents.stream().allMatch(agent -> agent.ttft().isPresent());
    var ttfts =
        agents.stream().map(AgentMetrics::ttft).flatMapToDouble(OptionalDouble::stream).toArray();
    var tail = complete ? TtftTail.of(ttfts) : Optional.<TtftTail>empty();
    return below(
        tail.map(TtftTail::figure).orElse("ttft p95"),
        "ms",
        tail.map(slow -> OptionalDouble.of(slow.millis())).orElse(OptionalDouble.empty()),
        failures(),
        limit.toNanos() / 1e6);
  }

  /** Every agent decoded faster than so many tokens per second. */
  public DualRunAssert hasDecodeRateAbove(double tokensPerSecond) {
    for (var agent : metrics().agents()) {
      above(
          "decode_rate of " + agent.role(),
          "tok/s",
          agent.decodeRate(),
          "the server did not tell eval_count, or the call failed",
          tokensPerSecond);
    }
    return this;
  }

  /**
   * Neither of TR116's rules saw contention: TTFT up to 3 s, concurrency_speedup of two agents from
   * 1.5. An agent that has nobody beside it fails it: it was not measured.
   */
  public DualRunAssert isUncontended() {
    var metrics = metrics();
    if (!metrics.succeeded() || !metrics.mayContend()) {
      var because = metrics.succeeded() ? ShouldBeMeasured.NOBODY_BESIDE : failures();
      failWithMessage(
          "%s", ShouldBeMeasured.absent(what(), "resource_contention_detected", because));
    }
    if (metrics.contentionDetected()) {
      failWithMessage(
          "%nExpecting%n  %s%nto be uncontended, but%n  %s",
          what(), String.join(System.lineSeparator() + "  ", metrics.contention()));
    }
    return this;
  }

  /** The agent in that role answered with a text that holds this one. */
  public DualRunAssert hasAnswerContaining(AgentRole role, String text) {
    isNotNull();
    var answer = agent(role).answer();
    if (!answer.contains(text)) {
      failWithMessage("%nExpecting the answer of %s%n  %s%nto contain%n  %s", role, answer, text);
    }
    return this;
  }

  private AgentRun agent(AgentRole role) {
    try {
      return actual.agent(role);
    } catch (NoSuchElementException absent) {
      throw failure("%s", absent.getMessage());
    }
  }

  private DualRunMetrics metrics() {
    isNotNull();
    return DualRunMetrics.of(actual);
  }

  private DualRunAssert above(
      String figure, String unit, OptionalDouble value, String because, double limit) {
    if (value.isEmpty()) {
      failWithMessage("%s", ShouldBeMeasured.absent(what(), figure, because));
    } else if (value.getAsDouble() <= limit) {
      failWithMessage(
          "%s", ShouldBeMeasured.above(what(), figure, unit, limit, value.getAsDouble()));
    }
    return this;
  }

  private DualRunAssert below(
      String figure, String unit, OptionalDouble value, String because, double limit) {
    if (value.isEmpty()) {
      failWithMessage("%s", ShouldBeMeasured.absent(what(), figure, because));
    } else if (value.getAsDouble() >= limit) {
      failWithMessage(
          "%s", ShouldBeMeasured.below(what(), figure, unit, limit, value.getAsDouble()));
    }
    return this;
  }

  private String what() {
    return actual.id() + " on " + actual.backend().phrase();
  }

  private String noSolo() {
    return actual.succeeded() ? ShouldBeMeasured.NO_SOLO : failures();
  }

  private String failures() {
    var failures =
        java.util.stream.Stream.of(actual.agents(), actual.solo(), actual.primers())
            .flatMap(java.util.List::stream)
            .flatMap(
                agent ->
                    agent.failure().stream().map(failure -> agent.role() + " " + words(failure)))
            .collect(Collectors.joining("; "));
    return failures.isEmpty() ? "interrupted or never begun" : failures;
  }

  private static String words(CallFailure failure) {
    var status = failure.httpStatus();
    return failure.kind()
        + (status.isPresent() ? " " + status.getAsInt() : "")
        + ": "
        + failure.message();
  }
}
