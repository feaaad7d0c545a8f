package dev.tr116;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.RunId;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.ReusedSolo;
import dev.tr116.trace.RunStatus;
import dev.tr116.trace.ServerTimings;
import dev.tr116.trace.Stamps;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/** Traces with round numbers. Every time is in ms from the barrier. */
public final class Traces {
  /** The barrier on the monotonic clock, ns; negative, as that clock may well be. */
  public static final long BARRIER = -7_000_000_000L;

  /** The moment of the barrier on the calendar. */
  public static final Instant STARTED_AT = Instant.parse("2026-11-22T03:10:02.123456Z");

  /** A real server. */
  public static final BackendDescription OLLAMA =
      new BackendDescription("ollama", Optional.of("0.24.0"), BackendDescription.AS_SERVED);

  /** Generated weights. */
  public static final BackendDescription STAND_IN =
      new BackendDescription("embedded", Optional.of("b4916"), BackendDescription.STAND_IN);

  /** TR116's second scenario with Gemma 3. */
  public static final CellId CELL =
      new CellId(
          "multi",
          "structured",
          Model.named("gemma3"),
          "chimera-homo",
          GenerationOptions.parse("num_gpu=80,num_ctx=512,temperature=1.0").label());

  private Traces() {}

  /** One run of {@link #CELL}. */
  public static RunId id(int number) {
    return new RunId(CELL, number);
  }

  /** A whole call of 1100 ms: TTFT 100 ms, then 11 tokens at 10 a second. */
  public static CallBuilder call() {
    return new CallBuilder();
  }

  /** A call that lasts so long, its 11 tokens arriving from 100 ms (or half of it) to its end. */
  public static CallBuilder call(double lasting) {
    var first = Math.min(100, lasting / 2);
    return call()
        .content(first, lasting)
        .closed(lasting)
        .server(
            Math.max(0, lasting - 10),
            Math.min(10, lasting),
            Math.max(0, first - 10),
            lasting - first);
  }

  /** An agent through one call that lasts so long. */
  public static AgentRun agent(AgentRole role, double lasting) {
    return agent(role, lasting, call(lasting));
  }

  /** An agent that lasts so long, through those calls. */
  public static AgentRun agent(AgentRole role, double lasting, CallBuilder... calls) {
    return new AgentRun(
        role,
        URI.create("http://127.0.0.1:" + (role.equals(AgentRole.INSIGHT) ? 11435 : 11434)),
        CELL.model(),
        GenerationOptions.parse("num_gpu=80,num_ctx=512,temperature=1.0"),
        Arrays.stream(calls).map(CallBuilder::build).toList(),
        at(0),
        at(lasting));
  }

  /**
   * The collector at work for 1000 ms (800 alone), insight for 1200 ms (900 alone), 1210 ms in all.
   */
  public static RunBuilder run(int number) {
    return new RunBuilder(number);
  }

  /** A moment on the monotonic clock, ns. */
  public static long at(double millis) {
    return BARRIER + Math.round(millis * 1_000_000);
  }

  private static OptionalLong at(OptionalDouble millis) {
    return millis.isPresent() ? OptionalLong.of(at(millis.getAsDouble())) : OptionalLong.empty();
  }

  /** One call. */
  public static final class CallBuilder {
    private OptionalDouble sent = OptionalDouble.of(0);
    private double[] thinking = {};
    private double[] content = {100, 1100};
    private double closed = 1100;
    private ServerTimings server = ServerTimings.UNKNOWN;
    private OptionalLong promptTokens = OptionalLong.of(20);
    private OptionalLong cachedTokens = OptionalLong.empty();
    private OptionalLong tokens = OptionalLong.of(11);
    private String answer = "an answer";
    private Optional<CallFailure> failure = Optional.empty();

    private CallBuilder() {
      server(1090, 10, 60, 1000);
    }

    /** Handed to the socket. */
    public CallBuilder sent(double millis) {
      sent = OptionalDouble.of(millis);
      return this;
    }

    /** Never handed to the socket: nothing arrived either. */
    public CallBuilder neverSent() {
      sent = OptionalDouble.empty();
      return content().silentServer();
    }

    /** Arrival of each line with thinking text. */
    public CallBuilder thinking(double... millis) {
      thinking = millis;
      return this;
    }

    /** Arrival of each line with answer text. */
    public CallBuilder content(double... millis) {
      content = millis;
      return this;
    }

    /** The end. */
    public CallBuilder closed(double millis) {
      closed = millis;
      return this;
    }

    /** The server's own durations. */
    public CallBuilder server(double total, double load, double promptEval, double eval) {
      server =
          new ServerTimings(
              nanos(total),
              nanos(load),
              OptionalLong.empty(),
              OptionalLong.empty(),
              nanos(promptEval),
              OptionalLong.empty(),
              nanos(eval));
      return this;
    }

    /** The server tells no duration and no count. */
    public CallBuilder silentServer() {
      server = ServerTimings.UNKNOWN;
      promptTokens = OptionalLong.empty();
      tokens = OptionalLong.empty();
      return this;
    }

    /** The server's count of prompt tokens. */
    public CallBuilder promptTokens(long count) {
      promptTokens = OptionalLong.of(count);
      return this;
    }

    /** How many of them came from its cache. */
    public CallBuilder cachedTokens(long count) {
      cachedTokens = OptionalLong.of(count);
      return this;
    }

    /** The server's count of generated tokens. */
    public CallBuilder tokens(long count) {
      tokens = OptionalLong.of(count);
      return this;
    }

    /** The server tells no count of generated tokens. */
    public CallBuilder noTokenCount() {
      tokens = OptionalLong.empty();
      return this;
    }

    /** The text received. */
    public CallBuilder answer(String text) {
      answer = text;
      return this;
    }

    /** The call fails, without a terminator. */
    public CallBuilder failed(FailureKind kind, String message) {
      failure = Optional.of(new CallFailure(kind, message, OptionalInt.empty(), answer.length()));
      return silentServer();
    }

    /** The call fails with an HTTP status, before any text. */
    public CallBuilder refused(int status, String message) {
      failure =
          Optional.of(new CallFailure(FailureKind.HTTP_STATUS, message, OptionalInt.of(status), 0));
      return answer("").content().silentServer();
    }

    /** The trace. */
    public CallTrace build() {
      var lines = DoubleStream.concat(Arrays.stream(thinking), Arrays.stream(content)).toArray();
      var stamps = Arrays.stream(lines).mapToLong(Traces::at).toArray();
      var whole = failure.isEmpty();
      return new CallTrace(
          "prompt",
          new Stamps(
              BARRIER,
              at(sent),
              at(sent),
              at(Arrays.stream(thinking).findFirst()),
              at(Arrays.stream(content).findFirst()),
              at(Arrays.stream(lines).max()),
              whole ? OptionalLong.of(at(closed)) : OptionalLong.empty(),
              at(closed)),
          ChunkTimes.of(stamps, stamps.length),
          new ServerTimings(
              server.totalNanos(),
              server.loadNanos(),
              promptTokens,
              cachedTokens,
              server.promptEvalNanos(),
              tokens,
              server.evalNanos()),
          whole ? Optional.of("stop") : Optional.empty(),
          answer,
          "",
          failure);
    }

    private static OptionalLong nanos(double millis) {
      return OptionalLong.of(Math.round(millis * 1_000_000));
    }
  }

  /** One run. */
  public static final class RunBuilder {
    private final int number;
    private List<AgentRun> agents = new ArrayList<>();
    private List<AgentRun> solo = new ArrayList<>();
    private List<ReusedSolo> reused = new ArrayList<>();
    private double wall = 1210;
    private BackendDescription backend = OLLAMA;

    private RunBuilder(int number) {
      this.number = number;
      beside(1000, 1200).alone(800, 900);
    }

    /** How long each agent lasts beside the other. */
    public RunBuilder beside(double collector, double insight) {
      return agents(agent(AgentRole.COLLECTOR, collector), agent(AgentRole.INSIGHT, insight));
    }

    /** How long each agent lasts alone. */
    public RunBuilder alone(double collector, double insight) {
      return solo(agent(AgentRole.COLLECTOR, collector), agent(AgentRole.INSIGHT, insight));
    }

    /** The agents side by side. */
    public RunBuilder agents(AgentRun... side) {
      agents = List.of(side);
      return this;
    }

    /** The agents alone; none of them: no solo baseline. */
    public RunBuilder solo(AgentRun... alone) {
      solo = List.of(alone);
      return this;
    }

    /** How long each agent lasted alone, in the block of another run. */
    public RunBuilder reusedSolo(int fromRun, double collector, double insight) {
      reused =
          List.of(
              new ReusedSolo(fromRun, agent(AgentRole.COLLECTOR, collector)),
              new ReusedSolo(fromRun, agent(AgentRole.INSIGHT, insight)));
      return solo();
    }

    /** From the barrier to the last agent's end. */
    public RunBuilder wall(double millis) {
      wall = millis;
      return this;
    }

    /** What answers. */
    public RunBuilder on(BackendDescription server) {
      backend = server;
      return this;
    }

    /** The collector is refused with that status, which ends insight's call too. */
    public RunBuilder failed(int status, String message) {
      return agents(
          agent(AgentRole.COLLECTOR, 5, call().refused(status, message).closed(5)),
          agent(
              AgentRole.INSIGHT,
              6,
              call()
                  .content()
                  .closed(6)
                  .answer("")
                  .failed(FailureKind.CANCELLED, "ended with the other agent")));
    }

    /** The run; its status follows from its agents. */
    public DualRun build() {
      var whole =
          agents.stream().allMatch(AgentRun::succeeded)
              && solo.stream().allMatch(AgentRun::succeeded);
      return build(whole ? RunStatus.OK : RunStatus.FAILED);
    }

    /** The run with that status. */
    public DualRun build(RunStatus status) {
      return new DualRun(
          id(number), backend, STARTED_AT, BARRIER, at(wall), agents, solo, reused, status);
    }
  }
}
