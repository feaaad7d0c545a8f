package dev.tr116.junit;

import dev.tr116.agent.AgentRuntimes;
import dev.tr116.agent.Workload;
import dev.tr116.agent.Workloads;
import dev.tr116.llm.OllamaInspector;
import dev.tr116.results.SessionPlace;
import dev.tr116.server.ollama.InstalledOllama;
import dev.tr116.telemetry.PowerMeter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session needs before it can begin, opened in this order.
 *
 * @param interruption ends it early
 * @param gate what it is compared with; empty without a comparison
 * @param workload what is asked
 * @param place its folder
 * @param inspector asks servers about themselves
 * @param backend the servers
 * @param power the meter
 * @param preflight what was found
 */
record SessionParts(
    Interruption interruption,
    Optional<RegressionGate> gate,
    Workload workload,
    SessionPlace place,
    OllamaInspector inspector,
    RunningBackend backend,
    PowerMeter power,
    SessionPreflight preflight) {
  /**
   * Opens them all, or none.
   *
   * @throws dev.tr116.plan.SettingsException when that is not possible, saying why
   * @throws dev.tr116.preflight.PreflightException when there is no use in measuring
   */
  static SessionParts open(BenchmarkPlan plan) {
    AgentRuntimes.require(plan.settings());
    var gate = RegressionGate.of(plan.settings());
    var workload = Workloads.of(plan.settings());
    var access = Clients.ollama(plan.settings());
    var place = SessionPlace.open(plan.settings(), plan.matrix());
    var inspector = new OllamaInspector(access);
    var interruption = Interruption.ofThisJvm();
    try {
      return interruption.during(
          () -> servers(plan, new Folder(interruption, gate, workload, place, inspector)));
    } catch (RuntimeException failed) {
      closeAfter(failed, null, inspector, place, interruption);
      throw failed;
    }
  }

  /** What is open before servers are looked for. */
  private record Folder(
      Interruption interruption,
      Optional<RegressionGate> gate,
      Workload workload,
      SessionPlace place,
      OllamaInspector inspector) {}

  private static SessionParts servers(BenchmarkPlan plan, Folder folder) {
    RunningBackend backend = null;
    try {
      backend = new Backends(folder.inspector(), InstalledOllama::program).open(plan.settings());
      backend = backend.alone(folder.place());
      var power = SessionPower.open(plan.settings(), backend.endpoints());
      backend = backend.ending(power::close);
      return new SessionParts(
          folder.interruption(),
          folder.gate(),
          folder.workload(),
          folder.place(),
          folder.inspector(),
          backend,
          power,
          SessionPreflight.of(plan, backend, folder.inspector()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      var failed =
          new IllegalStateException("stopped while the servers were looked for and asked", stopped);
      closeAfter(failed, backend);
      throw failed;
    } catch (RuntimeException failed) {
      closeAfter(failed, backend);
      throw failed;
    }
  }

  /** Closes everything since the session could not begin. */
  void closeAfter(RuntimeException failed) {
    closeAfter(failed, backend, inspector, place, interruption);
  }

  private static void closeAfter(RuntimeException failed, @Nullable AutoCloseable... parts) {
    for (var part : parts) {
      try {
        if (part != null) {
          part.close();
        }
      } catch (Exception alsoFailed) {
        failed.addSuppressed(alsoFailed);
      }
    }
  }
}
