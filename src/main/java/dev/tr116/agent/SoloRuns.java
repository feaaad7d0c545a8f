package dev.tr116.agent;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.RunId;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.ReusedSolo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The agents of each cell that were measured alone with success: the first one of each role. */
final class SoloRuns {
  private final Map<Key, ReusedSolo> runs = new HashMap<>();

  private record Key(CellId cell, AgentRole role) {}

  synchronized void keep(RunId measuredIn, AgentRun alone) {
    if (alone.succeeded()) {
      runs.putIfAbsent(
          new Key(measuredIn.cell(), alone.role()), new ReusedSolo(measuredIn.number(), alone));
    }
  }

  synchronized void forget(RunId measuredIn) {
    runs.entrySet()
        .removeIf(
            solo ->
                solo.getKey().cell().equals(measuredIn.cell())
                    && solo.getValue().fromRun() == measuredIn.number());
  }

  synchronized Optional<ReusedSolo> of(CellId cell, AgentRole role) {
    return Optional.ofNullable(runs.get(new Key(cell, role)));
  }
}
