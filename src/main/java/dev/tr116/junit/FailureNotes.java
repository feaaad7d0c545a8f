package dev.tr116.junit;

import dev.tr116.llm.MemoryShortage;
import dev.tr116.llm.OllamaInspector;
import dev.tr116.llm.ResidentModel;
import dev.tr116.plan.CellId;
import dev.tr116.results.FailureEntry;
import dev.tr116.results.FailureEntry.Loaded;
import dev.tr116.results.FailureEntry.Part;
import dev.tr116.results.FailureLog;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Notes down failed calls with what their servers had in memory. Servers are asked when the block
 * is over, so outside of everything that is measured.
 */
final class FailureNotes {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final FailureLog log;
  private final OllamaInspector inspector;

  FailureNotes(FailureLog log, OllamaInspector inspector) {
    this.log = log;
    this.inspector = inspector;
  }

  /** Notes the failed calls of a warm-up. */
  void warmUp(CellId cell, List<AgentRun> outcomes, String decision) {
    note(cell, OptionalInt.empty(), Part.WARM_UP, outcomes, decision, new HashMap<>());
  }

  /** Notes a decision about a cell that is warmed up. */
  void decided(CellId cell, String decision) {
    log.add(
        new FailureEntry(
            Instant.now(),
            cell,
            OptionalInt.empty(),
            Part.WARM_UP,
            Optional.empty(),
            Optional.empty(),
            decision));
  }

  /** Notes the failed calls of a measured run; nothing is decided about it any more. */
  void measured(DualRun run) {
    var cell = run.id().cell();
    var number = OptionalInt.of(run.id().number());
    var asked = new HashMap<URI, Optional<List<Loaded>>>();
    note(cell, number, Part.ALONE, run.solo(), FallbackWords.MEASURED, asked);
    note(cell, number, Part.CONCURRENT, run.agents(), FallbackWords.MEASURED, asked);
  }

  private void note(
      CellId cell,
      OptionalInt run,
      Part part,
      List<AgentRun> agents,
      String decision,
      Map<URI, Optional<List<Loaded>>> asked) {
    for (var agent : agents) {
      agent
          .failure()
          .ifPresent(
              failure ->
                  log.add(
                      new FailureEntry(
                          Instant.now(),
                          cell,
                          run,
                          part,
                          Optional.of(agent),
                          asked.computeIfAbsent(agent.endpoint(), this::loaded),
                          MemoryShortage.isIn(failure) || part == Part.WARM_UP
                              ? decision
                              : FallbackWords.NOT_FOR_MEMORY)));
    }
  }

  /** The models a server has loaded; empty when it does not tell. */
  private Optional<List<Loaded>> loaded(URI endpoint) {
    try {
      return Optional.of(
          inspector.running(endpoint, PATIENCE).stream().map(FailureNotes::loaded).toList());
    } catch (IOException serverDoesNotTell) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Loaded loaded(ResidentModel model) {
    return new Loaded(model.name(), model.sizeBytes(), model.sizeVramBytes());
  }
}
