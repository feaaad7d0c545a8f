package dev.tr116.metrics;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.PowerTrace;
import dev.tr116.trace.ReusedSolo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gives each part of a block the energy that was sampled in its window. */
final class EnergyOfRun {
  private final DualRun run;
  private final Function<ActiveWindow, Joules> meter;

  private EnergyOfRun(DualRun run, Function<ActiveWindow, Joules> meter) {
    this.run = run;
    this.meter = meter;
  }

  static Energy of(DualRun run, PowerTrace power) {
    return new Energy(
        power.gpus().isEmpty()
            ? Optional.empty()
            : Optional.of(new EnergyOfRun(run, window -> gpus(power, window)).measured()),
        power.gpus().isEmpty() ? power.gpuMissing() : Optional.empty(),
        power.cpu().isEmpty()
            ? Optional.empty()
            : Optional.of(new EnergyOfRun(run, window -> cpu(power, window)).measured()),
        power.cpu().isEmpty() ? power.cpuMissing() : Optional.empty());
  }

  /** Each GPU by its own samples, which may arrive one after the other, then their sum. */
  private static Joules gpus(PowerTrace power, ActiveWindow window) {
    var joules =
        Joules.sum(power.gpus().stream().map(gpu -> WindowEnergy.ofPower(gpu, window)).toList());
    return explained(joules, power.gpuMissing());
  }

  private static Joules cpu(PowerTrace power, ActiveWindow window) {
    return explained(WindowEnergy.ofCounter(power.cpu(), window), power.cpuMissing());
  }

  private static Joules explained(Joules joules, Optional<String> because) {
    return joules.value().isEmpty() ? because.map(Joules::missing).orElse(joules) : joules;
  }

  private SourceEnergy measured() {
    if (!run.id().cell().isSideBySide()) {
      return new SourceEnergy(
          missing("the agents run one after the other"),
          run.agents().stream().map(this::own).toList(),
          Optional.empty());
    }
    var alone = run.agents().stream().flatMap(this::alone).toList();
    var whole = !alone.isEmpty() && alone.size() == run.agents().size();
    return new SourceEnergy(
        part(run.agents(), run.released(), run.ended()),
        whole ? alone : List.of(),
        whole ? Optional.empty() : MissingBaseline.reason(run));
  }

  private Stream<SourceEnergy.Alone> alone(AgentRun agent) {
    return Stream.concat(run.solo().stream(), run.reusedSolo().stream().map(ReusedSolo::run))
        .filter(solo -> solo.role().equals(agent.role()))
        .limit(1)
        .map(this::own);
  }

  private SourceEnergy.Alone own(AgentRun agent) {
    return new SourceEnergy.Alone(
        agent.role(), part(List.of(agent), agent.started(), agent.ended()));
  }

  private static PartEnergy missing(String because) {
    return new PartEnergy(0, Joules.missing(because), OptionalLong.empty());
  }

  private PartEnergy part(List<AgentRun> agents, long from, long to) {
    if (agents.isEmpty() || !agents.stream().allMatch(AgentRun::succeeded)) {
      return missing("a call of the agents failed");
    }
    var window = ActiveWindow.of(agents, from, to);
    return new PartEnergy(window.seconds(), meter.apply(window), tokens(agents));
  }

  private static OptionalLong tokens(List<AgentRun> agents) {
    var counts =
        agents.stream()
            .flatMap(agent -> agent.calls().stream())
            .map(CallTrace::server)
            .map(server -> server.evalCount())
            .toList();
    return counts.stream().anyMatch(OptionalLong::isEmpty)
        ? OptionalLong.empty()
        : OptionalLong.of(counts.stream().mapToLong(OptionalLong::getAsLong).sum());
  }
}
