package dev.tr116.preflight;

import dev.tr116.llm.OllamaInspector;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.PreflightChoice;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the servers what they have in memory, before and after what is measured, never meanwhile;
 * says whether that is what the agents asked for, and why a model was loaded anew.
 */
public final class ModelWatch {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Subject subject;
  private final OllamaInspector inspector;
  private final Map<URI, Sight> before = new HashMap<>();
  private final Map<URI, Sight> after = new HashMap<>();
  private final Map<URI, List<Demand>> lastUsers = new HashMap<>();

  /** A watch over these servers; it asks nothing when the preflight is off. */
  public ModelWatch(Subject subject, OllamaInspector inspector) {
    this.subject = subject;
    this.inspector = inspector;
  }

  /** Whether the servers loaded what a cell asks for; to be asked right after its warm-up. */
  public List<Finding> warmedUp(PlannedCell cell) throws InterruptedException {
    if (!isAsked() || subject.settings().warmup() == 0) {
      return List.of();
    }
    var findings = new LinkedHashSet<Finding>();
    var demands = Demand.of(cell, subject.endpoints()).toList();
    look(demands, after);
    used(demands);
    // Of agents one after the other, the last one's options are those the server was left with.
    for (var demand :
        cell.id().isSideBySide() ? demands : demands.subList(demands.size() - 1, demands.size())) {
      sight(after, demand)
          .models()
          .map(there -> LoadedChecks.look(demand, there, isReal()))
          .ifPresent(findings::addAll);
    }
    return List.copyOf(findings);
  }

  /** Remembers what is in memory; to be asked before a run is measured. */
  public void before(PlannedRun run) throws InterruptedException {
    if (isAsked()) {
      before.clear();
      look(demands(run), before);
    }
  }

  /**
   * Why models were loaded while a run was measured; to be asked after it. Agents one after the
   * other have their loads before what is measured, so that only a cold call of theirs tells.
   *
   * @param cold the agents whose calls paid for a load
   */
  public List<Finding> after(PlannedRun run, Set<AgentRole> cold) throws InterruptedException {
    if (!isAsked()) {
      return List.of();
    }
    var demands = demands(run);
    var earlier = Map.copyOf(after);
    look(demands, after);
    var findings = new ArrayList<Finding>();
    for (var demand : demands) {
      var reload = reload(demand, demands, Optional.ofNullable(earlier.get(demand.endpoint())));
      if (cold.contains(demand.role())
          || (isReal() && run.id().cell().isSideBySide() && reload.isSeen())) {
        findings.add(
            Finding.warning(
                Check.RELOAD,
                demand.endpoint(),
                demand.model().tag()
                    + " of "
                    + demand.role()
                    + " was loaded anew at "
                    + demand.endpoint()
                    + ": "
                    + reload.cause()));
      }
    }
    used(demands);
    return findings;
  }

  private void used(List<Demand> demands) {
    lastUsers.putAll(demands.stream().collect(Collectors.groupingBy(Demand::endpoint)));
  }

  private Reload reload(Demand demand, List<Demand> all, Optional<Sight> earlier) {
    return new Reload(
        demand,
        all.stream()
            .filter(other -> !other.equals(demand) && other.endpoint().equals(demand.endpoint()))
            .toList(),
        lastUsers.getOrDefault(demand.endpoint(), List.of()),
        earlier,
        sight(before, demand),
        sight(after, demand));
  }

  private boolean isReal() {
    return !subject.backend().weights().equals(BackendDescription.STAND_IN);
  }

  private boolean isAsked() {
    return subject.settings().preflight() != PreflightChoice.OFF && Facts.tells(subject.backend());
  }

  private List<Demand> demands(PlannedRun run) {
    return Demand.of(new PlannedCell(run.id().cell(), List.of(run)), subject.endpoints()).toList();
  }

  private void look(List<Demand> demands, Map<URI, Sight> sights) throws InterruptedException {
    for (var endpoint : demands.stream().map(Demand::endpoint).distinct().toList()) {
      sights.put(endpoint, look(endpoint));
    }
  }

  private Sight look(URI endpoint) throws InterruptedException {
    var at = Instant.now();
    try {
      return new Sight(at, Optional.of(inspector.running(endpoint, PATIENCE)), Optional.empty());
    } catch (IOException silent) {
      return new Sight(at, Optional.empty(), Optional.of(String.valueOf(silent.getMessage())));
    }
  }

  private static Sight sight(Map<URI, Sight> sights, Demand demand) {
    return Optional.ofNullable(sights.get(demand.endpoint()))
        .orElseThrow(() -> new IllegalStateException(demand.endpoint() + " was not asked before"));
  }
}
