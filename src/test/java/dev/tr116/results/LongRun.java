package dev.tr116.results;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import dev.tr116.trace.ServerTimings;
import dev.tr116.trace.Stamps;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A run of two agents side by side and alone, each with an answer of so many tokens, 20 ms apart
 * give or take 2 ms, on the clock of a machine that has been up for a day.
 */
final class LongRun {
  private static final long BARRIER = 86_412_345_678_901L;
  private static final long APART = 20_000_000;
  private static final long SPREAD = 2_000_000;

  private final SplittableRandom random = new SplittableRandom(116);
  private final int tokens;

  private LongRun(int tokens) {
    this.tokens = tokens;
  }

  static DualRun of(int tokens) {
    return new LongRun(tokens).run();
  }

  private DualRun run() {
    var apart = 30L * 1_000_000_000;
    var beside =
        List.of(agent(AgentRole.COLLECTOR, BARRIER), agent(AgentRole.INSIGHT, BARRIER + 12_345));
    var alone =
        List.of(
            agent(AgentRole.COLLECTOR, BARRIER + apart),
            agent(AgentRole.INSIGHT, BARRIER + 2 * apart));
    var end = beside.stream().mapToLong(AgentRun::ended).max().orElseThrow();
    return new DualRun(
        Traces.id(1),
        Traces.OLLAMA,
        Traces.STARTED_AT,
        BARRIER,
        end + 54_321,
        beside,
        alone,
        List.of(),
        RunStatus.OK);
  }

  private AgentRun agent(AgentRole role, long begin) {
    var stamps = new long[tokens];
    var at = begin + 10 * APART;
    for (var i = 0; i < tokens; i++) {
      at += APART + Math.round(SPREAD * random.nextGaussian());
      stamps[i] = at;
    }
    var call =
        new CallTrace(
            "prompt",
            new Stamps(
                begin,
                OptionalLong.of(begin + 87_654),
                OptionalLong.of(begin + 1_234_567),
                OptionalLong.empty(),
                OptionalLong.of(stamps[0]),
                OptionalLong.of(at),
                OptionalLong.of(at + 1_003_007),
                at + 1_123_456),
            ChunkTimes.of(stamps, tokens),
            ServerTimings.UNKNOWN,
            Optional.of("stop"),
            "",
            "",
            Optional.empty());
    return new AgentRun(
        role,
        URI.create("http://127.0.0.1:11434"),
        Traces.CELL.model(),
        GenerationOptions.SERVER_DEFAULTS,
        List.of(call),
        begin + 10_000,
        at + 1_234_567);
  }
}
