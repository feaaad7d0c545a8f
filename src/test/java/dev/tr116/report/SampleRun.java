package dev.tr116.report;

import dev.tr116.plan.AgentPlan;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.RunCount;
import dev.tr116.plan.RunId;
import dev.tr116.plan.Scenario;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import dev.tr116.trace.ServerTimings;
import dev.tr116.trace.Stamps;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Runs whose every moment is known; times are in ms after the barrier. */
public final class SampleRun {
  public static final BackendDescription OLLAMA =
      new BackendDescription("ollama", Optional.of("0.24.0"), BackendDescription.AS_SERVED);
  public static final BackendDescription STAND_IN =
      new BackendDescription("embedded", Optional.of("b4916"), BackendDescription.STAND_IN);
  public static final Instant STARTED = Instant.parse("2026-11-22T03:10:02.123Z");

  private static final long BARRIER = 5_000_000_000_000L;
  private static final GenerationOptions CHIMERA =
      GenerationOptions.parse("num_gpu=80,num_ctx=512,temperature=1.0");

  private SampleRun() {}

  /** Run 2 of 5 of gemma3 in the scenario where both agents ask the same. */
  public static PlannedRun planned() {
    return planned("gemma3", 2);
  }

  public static PlannedRun planned(String model, int number) {
    var scenario =
        Scenario.of(
            Scenario.CHIMERA_HOMO,
            List.of(
                new AgentPlan(AgentRole.COLLECTOR, CHIMERA),
                new AgentPlan(AgentRole.INSIGHT, GenerationOptions.SERVER_DEFAULTS)));
    var cell =
        new CellId("multi", "structured", Model.named(model), scenario.name(), CHIMERA.label());
    return new PlannedRun(new RunId(cell, number), scenario, new RunCount(5, 5));
  }

  /** Both agents answered: 150 tokens in 4 s beside 100 tokens in 3 s. */
  public static DualRun ok() {
    return ok(planned(), OLLAMA);
  }

  public static DualRun ok(PlannedRun planned, BackendDescription backend) {
    var collector = agent(AgentRole.COLLECTOR, 11434, answered(1, 900, 4_000, 150), 4_000);
    var insight = agent(AgentRole.INSIGHT, 11435, answered(2, 400, 3_000, 100), 3_000);
    return run(planned, backend, RunStatus.OK, collector, insight);
  }

  /** The collector stalled after its first tokens, so the insight agent was cancelled. */
  public static DualRun failed() {
    return failed(planned(), OLLAMA);
  }

  public static DualRun failed(PlannedRun planned, BackendDescription backend) {
    var collector =
        agent(
            AgentRole.COLLECTOR,
            11434,
            broken(FailureKind.TIMEOUT_IDLE, "nothing more for 2 s", 900, 1_500, 3_500),
            3_500);
    var insight =
        agent(
            AgentRole.INSIGHT,
            11435,
            failedEarly(FailureKind.CANCELLED, "the collector failed", 3_501),
            3_501);
    return run(planned, backend, RunStatus.FAILED, collector, insight);
  }

  public static DualRun run(
      PlannedRun planned, BackendDescription backend, RunStatus status, AgentRun... agents) {
    var ended = List.of(agents).stream().mapToLong(AgentRun::ended).max().orElse(BARRIER);
    return new DualRun(
        planned.id(), backend, STARTED, BARRIER, ended, List.of(agents), List.of(), status);
  }

  public static AgentRun agent(AgentRole role, int port, CallTrace call, long ended) {
    return new AgentRun(
        role,
        URI.create("http://127.0.0.1:" + port),
        Model.named("gemma3"),
        CHIMERA,
        List.of(call),
        at(0),
        at(ended));
  }

  /** A call with the server's own account: 200 ms load, 300 ms prefill, 40 ms queue. */
  public static CallTrace answered(long sent, long first, long last, int tokens) {
    var decode = last - first - 20;
    var server =
        new ServerTimings(
            nanos(200 + 300 + 40 + decode),
            nanos(200),
            OptionalLong.of(40),
            OptionalLong.empty(),
            nanos(300),
            OptionalLong.of(tokens),
            nanos(decode));
    return call(sent, first, last, last, tokens, server, "An answer.", Optional.empty());
  }

  /** A call that got some text and no more. */
  public static CallTrace broken(
      FailureKind kind, String message, long first, long last, long closed) {
    var failure = new CallFailure(kind, message, OptionalInt.empty(), 17);
    return call(
        1, first, last, closed, 20, ServerTimings.UNKNOWN, "Half an ans", Optional.of(failure));
  }

  /** A call that was sent and got nothing. */
  public static CallTrace failedEarly(FailureKind kind, String message, long closed) {
    var failure = new CallFailure(kind, message, OptionalInt.empty(), 0);
    var none = OptionalLong.empty();
    var stamps =
        new Stamps(at(0), OptionalLong.of(at(1)), none, none, none, none, none, at(closed));
    return new CallTrace(
        "prompt",
        stamps,
        ChunkTimes.NONE,
        ServerTimings.UNKNOWN,
        Optional.empty(),
        "",
        "",
        Optional.of(failure));
  }

  public static CallTrace call(
      long sent,
      long first,
      long last,
      long closed,
      int chunks,
      ServerTimings server,
      String answer,
      Optional<CallFailure> failure) {
    var none = OptionalLong.empty();
    var stamps =
        new Stamps(
            at(0),
            OptionalLong.of(at(sent)),
            OptionalLong.of(at(sent + 1)),
            none,
            OptionalLong.of(at(first)),
            OptionalLong.of(at(last)),
            failure.isEmpty() ? OptionalLong.of(at(closed)) : none,
            at(closed));
    var times =
        LongStream.range(0, chunks)
            .map(i -> at(first) + i * (at(last) - at(first)) / Math.max(1, chunks - 1))
            .toArray();
    return new CallTrace(
        "prompt",
        stamps,
        ChunkTimes.of(times, chunks),
        server,
        failure.isEmpty() ? Optional.of("stop") : Optional.empty(),
        answer,
        "",
        failure);
  }

  /** That many ms after the barrier, as a stamp. */
  public static long at(long milliseconds) {
    return BARRIER + milliseconds * 1_000_000;
  }

  private static OptionalLong nanos(long milliseconds) {
    return OptionalLong.of(milliseconds * 1_000_000);
  }
}
