package dev.tr116.agent;

import dev.tr116.plan.AgentPlan;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellConfiguration;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.RunId;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SoloPolicy;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FallbackTaken;
import dev.tr116.trace.ReusedSolo;
import dev.tr116.trace.RunStatus;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs blocks: every agent alone, then all side by side, in an order that the seed rotates from run
 * to run. Where one solo run a cell is enough, later blocks reuse it instead. Cells of the suite
 * {@code single} have blocks of their own, see {@link SingleBlock}.
 */
public final class BlockRunner {
  /** Enough to load the model and to warm the client; not a measurement. */
  private static final int WARM_UP_TOKENS = 32;

  private final AgentRuntimes runtimes;
  private final Workload workload;
  private final Settings settings;
  private final List<URI> endpoints;
  private final BackendDescription backend;
  private final String session;
  private final SoloRuns soloRuns = new SoloRuns();
  private final Residents residents = new Residents();
  private final Map<CellId, FallbackTaken> fallbacks = new ConcurrentHashMap<>();

  /**
   * A runner for one session.
   *
   * @param runtimes schedule the agents and make their calls
   * @param workload what is asked
   * @param settings of the session
   * @param endpoints the agents are dealt to them in turn
   * @param backend what answers there
   * @param session its name, part of every nonce
   */
  public BlockRunner(
      AgentRuntimes runtimes,
      Workload workload,
      Settings settings,
      List<URI> endpoints,
      BackendDescription backend,
      String session) {
    this.runtimes = runtimes;
    this.workload = workload;
    this.settings = settings;
    this.endpoints = List.copyOf(endpoints);
    this.backend = backend;
    this.session = session;
  }

  /** Warms up a cell with what its runs are measured with. */
  public List<AgentRun> warmUp(PlannedCell cell) {
    return warmUp(cell, configurationOf(cell.runs().getFirst()));
  }

  /**
   * Loads the model of a configuration with the options of every agent, unmeasured.
   *
   * @return what each agent did, for telling a failure; it enters no figure
   */
  public List<AgentRun> warmUp(PlannedCell cell, CellConfiguration configuration) {
    var outcomes = new ArrayList<AgentRun>();
    var runtime = runtimes.named(cell.id().runtime());
    residents.forget();
    for (var block = 1; block <= settings.warmup(); block++) {
      var agents =
          agents(
              workload.firstCall(),
              cell.runs().getFirst(),
              configuration,
              "warm-up " + block,
              OptionalInt.of(WARM_UP_TOKENS));
      var interrupted =
          cell.id().isSideBySide()
              ? runtime.run(agents).interrupted()
              : new SingleBlock(runtime, residents, agents, List.of()).warmUp();
      if (interrupted) {
        break;
      }
      agents.forEach(agent -> outcomes.add(agent.outcome()));
    }
    return outcomes;
  }

  /** Measures the runs of a cell with less than was asked for, from now on. */
  public void fallBack(CellId cell, FallbackTaken taken) {
    fallbacks.put(cell, taken);
  }

  /** What the runs of a cell are measured with instead of what was asked for. */
  public Optional<FallbackTaken> fallbackOf(CellId cell) {
    return Optional.ofNullable(fallbacks.get(cell));
  }

  /** What a run's agents ask of their servers. */
  public CellConfiguration configurationOf(PlannedRun planned) {
    return fallbackOf(planned.id().cell())
        .map(FallbackTaken::used)
        .orElseGet(() -> CellConfiguration.of(planned));
  }

  /** Runs one block and keeps whatever happened, whether it succeeded or not. */
  public DualRun run(PlannedRun planned) {
    return run(planned, "");
  }

  /** Runs a block once more: other nonces, so that no server answers it from its cache. */
  public DualRun again(PlannedRun planned) {
    return run(planned, " again");
  }

  private DualRun run(PlannedRun planned, String time) {
    var runtime = runtimes.named(planned.id().cell().runtime());
    if (!planned.id().cell().isSideBySide()) {
      return new SingleBlock(
              runtime,
              residents,
              agents(planned, "single" + time),
              agents(
                  workload.firstCall(),
                  planned,
                  configurationOf(planned),
                  "primer" + time,
                  OptionalInt.of(WARM_UP_TOKENS)))
          .run(settings.seed() + planned.id().number())
          .outcome(planned, backend);
    }
    residents.forget();
    var block = new Block(planned, runtime, time);
    block.parts().forEach(Runnable::run);
    return block.outcome();
  }

  /**
   * Reuses none of that run's solo runs in later blocks, because its figures cannot be trusted,
   * e.g. for a cold call: the next block measures them again.
   */
  public void distrust(RunId run) {
    soloRuns.forget(run);
  }

  /** Lets later blocks reuse the solo runs of a run that an earlier process measured. */
  public void reuse(DualRun kept) {
    if (settings.solo() == SoloPolicy.ONCE) {
      kept.solo().forEach(alone -> soloRuns.keep(kept.id(), alone));
    }
  }

  /** The options an agent sends: its scenario's, the run's seed and the cap on tokens. */
  public GenerationOptions sentOptions(PlannedRun planned, AgentPlan plan) {
    return sentOptions(planned, plan, settings.numPredict());
  }

  private GenerationOptions sentOptions(PlannedRun planned, AgentPlan plan, OptionalInt cap) {
    var options = plan.options();
    if (!options.values().containsKey("seed")) {
      var roles = planned.scenario().agents().stream().map(AgentPlan::role).toList();
      var position = place(planned, roles.indexOf(plan.role()));
      options = options.with("seed", settings.seed() + 100L * planned.id().number() + position);
    }
    if (cap.isPresent()) {
      var own = options.values().get("num_predict");
      var least =
          own instanceof Long mine && mine >= 0
              ? Math.min(mine, cap.getAsInt())
              : (long) cap.getAsInt();
      options = options.with("num_predict", least);
    }
    return options;
  }

  /** Agents one after the other take the same place: the same server, the same seed. */
  private static int place(PlannedRun planned, int agent) {
    return planned.id().cell().isSideBySide() ? agent : 0;
  }

  private List<Agent> agents(PlannedRun planned, String part) {
    return agents(workload, planned, configurationOf(planned), part, settings.numPredict());
  }

  private List<Agent> agents(
      Workload work,
      PlannedRun planned,
      CellConfiguration configuration,
      String part,
      OptionalInt cap) {
    var agents = new ArrayList<Agent>();
    var plans = configuration.agents();
    for (var i = 0; i < plans.size(); i++) {
      var plan = plans.get(i);
      var key = planned.id().key() + "\n" + part + "\n" + plan.role() + "\n";
      agents.add(
          new Agent(
              new Agent.Orders(
                  plan.role(),
                  Settings.endpointOf(place(planned, i), endpoints),
                  configuration.model(),
                  plan.options(),
                  sentOptions(planned, plan, cap),
                  work,
                  call -> Nonce.of(settings.seed(), session, key + call),
                  settings.keepAlive(),
                  settings.timeouts())));
    }
    return agents;
  }

  /** One block under way. */
  private final class Block {
    private final PlannedRun planned;
    private final AgentRuntime runtime;
    private final String time;
    private final List<Agent> together;
    private final List<Agent> alone;
    private final List<ReusedSolo> reused;
    private AgentRuntime.Span span = new AgentRuntime.Span(0, 0, true);
    private Instant startedAt = Instant.now();
    private boolean interrupted;

    Block(PlannedRun planned, AgentRuntime runtime, String time) {
      this.planned = planned;
      this.runtime = runtime;
      this.time = time;
      this.together = agents(planned, "together" + time);
      this.reused = reused();
      this.alone = settings.solo() == SoloPolicy.OFF ? List.of() : stillToMeasure();
    }

    private List<ReusedSolo> reused() {
      return settings.solo() == SoloPolicy.ONCE
          ? together.stream()
              .flatMap(agent -> soloRuns.of(planned.id().cell(), agent.role()).stream())
              .toList()
          : List.of();
    }

    private List<Agent> stillToMeasure() {
      var known = reused.stream().map(solo -> solo.run().role()).toList();
      return agents(planned, "alone" + time).stream()
          .filter(agent -> !known.contains(agent.role()))
          .toList();
    }

    List<Runnable> parts() {
      var parts = new ArrayList<Runnable>();
      alone.forEach(agent -> parts.add(() -> runAlone(agent)));
      parts.add(this::runTogether);
      Collections.rotate(
          parts, Math.floorMod(settings.seed() + planned.id().number(), parts.size()));
      return parts;
    }

    DualRun outcome() {
      var agents = together.stream().map(Agent::outcome).toList();
      var solo = alone.stream().map(Agent::outcome).toList();
      var succeeded =
          agents.stream().allMatch(AgentRun::succeeded)
              && solo.stream().allMatch(AgentRun::succeeded);
      return new DualRun(
          planned.id(),
          backend,
          startedAt,
          span.released(),
          span.ended(),
          agents,
          solo,
          reused,
          interrupted ? RunStatus.INTERRUPTED : succeeded ? RunStatus.OK : RunStatus.FAILED);
    }

    private void runAlone(Agent agent) {
      if (!interrupted) {
        interrupted = runtime.run(List.of(agent)).interrupted();
        if (settings.solo() == SoloPolicy.ONCE) {
          soloRuns.keep(planned.id(), agent.outcome());
        }
      }
    }

    private void runTogether() {
      if (!interrupted) {
        startedAt = Instant.now();
        span = runtime.run(together);
        interrupted = span.interrupted();
      }
    }
  }
}
