package dev.tr116.faults;

import dev.tr116.agent.AgentRuntimes;
import dev.tr116.agent.BlockRunner;
import dev.tr116.agent.PromptWorkload;
import dev.tr116.llm.LlmClient;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Settings;
import dev.tr116.server.script.Script;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run of both agents, of which at least one meets a fault.
 *
 * @param run what became of it
 * @param wall from the call of the runner to its return
 * @param brokenClosed whether connections whose answer had not come to its end were closed with the
 *     call
 * @param allClosed whether no server had a connection left once the client was closed
 */
record FaultyRun(DualRun run, Duration wall, boolean brokenClosed, boolean allClosed) {
  /** What a healthy server says, word by word. */
  static final String HEALTHY = "word word word ";

  /** What a healthy server says again and again where it is to be broken off. */
  static final String LONG = "on and ";

  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Script QUICK = Script.answer(Duration.ofMillis(1), 3, Duration.ofMillis(1));
  private static final Script SLOW =
      Script.answer().text(LONG).texts(3000, Duration.ofMillis(20), LONG).done();

  /** The agents of a run that meets no fault. */
  static DualRun healthy(Supplier<LlmClient> client) {
    return play(() -> Peer.playing(QUICK), Side.BOTH, Patience.LONG.settings(), false, client)
        .run();
  }

  /** Plays a fault. */
  static FaultyRun of(Fault fault, Side side, Supplier<LlmClient> client) {
    return play(fault.peer(), side, fault.patience().settings(), otherIsSlow(fault, side), client);
  }

  /** The agent of a side that meets the fault. */
  List<AgentRun> hit(Side side) {
    return run.agents().stream().filter(agent -> isHit(agent, side)).toList();
  }

  /** The agent that does not, if there is one. */
  Optional<AgentRun> other(Side side) {
    return run.agents().stream().filter(agent -> !isHit(agent, side)).findFirst();
  }

  /** Whether the other agent is in the middle of its answer, not at its end, at the fault. */
  static boolean otherIsSlow(Fault fault, Side side) {
    return side == Side.INSIGHT
        && fault.patience() == Patience.LONG
        && fault.ending() instanceof Ending.Fails;
  }

  private static boolean isHit(AgentRun agent, Side side) {
    return agent.role().equals(AgentRole.COLLECTOR)
        ? side.hitsTheCollector()
        : side.hitsTheInsight();
  }

  private static FaultyRun play(
      Supplier<Peer> peer,
      Side side,
      Map<String, String> timeouts,
      boolean slow,
      Supplier<LlmClient> clients) {
    var other = Peer.playing(slow ? SLOW : QUICK);
    try (other;
        var first = side.hitsTheCollector() ? peer.get() : other;
        var second = side.hitsTheInsight() ? peer.get() : other) {
      var peers = List.of(first, second);
      DualRun run;
      Duration wall;
      boolean brokenClosed;
      try (var client = gated(clients.get(), side, first, second, slow);
          var runtimes = AgentRuntimes.of(client)) {
        var began = System.nanoTime();
        run = run(runtimes, settings(side, timeouts), peers);
        wall = Duration.ofNanos(System.nanoTime() - began);
        brokenClosed = first.awaitOnlyIdle(AMPLE) && second.awaitOnlyIdle(AMPLE);
      }
      var allClosed = first.awaitNoConnection(AMPLE) && second.awaitNoConnection(AMPLE);
      return new FaultyRun(run, wall, brokenClosed, allClosed);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody stops these runs", e);
    }
  }

  private static LlmClient gated(
      LlmClient client, Side side, Peer first, Peer second, boolean slow) {
    return switch (side) {
      case COLLECTOR -> new GatedClient(client, first.endpoint(), () -> false);
      case INSIGHT -> new GatedClient(client, second.endpoint(), () -> slow && first.wasAsked());
      case BOTH, BOTH_ON_ONE_THREAD -> client;
    };
  }

  private static DualRun run(AgentRuntimes runtimes, Settings settings, List<Peer> peers) {
    return new BlockRunner(
            runtimes,
            new PromptWorkload(),
            settings,
            peers.stream().map(Peer::endpoint).toList(),
            new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS),
            "faults")
        .run(Matrix.of(settings).runs().getFirst());
  }

  private static Settings settings(Side side, Map<String, String> timeouts) {
    var given = new HashMap<>(timeouts);
    given.put("tr116.runtimes", side.runtime());
    given.put("tr116.solo", "off");
    given.put("tr116.power", "off");
    return Settings.of(given);
  }
}
