package dev.tr116.junit;

import dev.tr116.metrics.Energy;
import dev.tr116.plan.AgentRole;
import dev.tr116.telemetry.PowerMeter;
import dev.tr116.telemetry.ServerMemory;
import dev.tr116.telemetry.ServerMemoryAround;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.ReusedSolo;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Watches what blocks take: the energy of this machine and the memory of the servers. */
final class MachineWatch {
  /** Moments of the monotonic clock are compared by their distance only. */
  private static final Comparator<Long> ON_THE_CLOCK = (a, b) -> Long.signum(a - b);

  private final PowerMeter power;
  private final ServerMemories memories;
  private final List<URI> endpoints;

  MachineWatch(PowerMeter power, ServerMemories memories, List<URI> endpoints) {
    this.power = power;
    this.memories = memories;
    this.endpoints = endpoints;
  }

  /** What the servers hold in memory now; asked outside of any measured window. */
  Map<URI, ServerMemory> memory() {
    return memories.now(endpoints);
  }

  /** That and what they hold now, by the role that speaks to them. */
  Map<AgentRole, ServerMemoryAround> memoryAround(DualRun run, Map<URI, ServerMemory> before) {
    var after = memory();
    var around = new HashMap<AgentRole, ServerMemoryAround>();
    for (var agent : run.agents()) {
      around.put(
          agent.role(),
          new ServerMemoryAround(
              Optional.ofNullable(before.get(agent.endpoint())),
              Optional.ofNullable(after.get(agent.endpoint()))));
    }
    return around;
  }

  /** The energy of a block; its agents alone may have been measured in an earlier one. */
  Energy energy(DualRun run) {
    var edges =
        Stream.concat(run.solo().stream(), run.reusedSolo().stream().map(ReusedSolo::run))
            .filter(AgentRun::succeeded)
            .flatMap(alone -> Stream.of(alone.started(), alone.ended()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (run.agents().stream().allMatch(AgentRun::succeeded)) {
      edges.addAll(List.of(run.released(), run.ended()));
    }
    if (edges.isEmpty()) {
      edges.add(System.nanoTime());
    }
    return Energy.of(
        run,
        power.between(Collections.min(edges, ON_THE_CLOCK), Collections.max(edges, ON_THE_CLOCK)));
  }
}
