package dev.tr116.junit;

import dev.tr116.llm.OllamaInspector;
import dev.tr116.plan.PreflightChoice;
import dev.tr116.preflight.ModelWatch;
import dev.tr116.preflight.Preflight;
import dev.tr116.preflight.PreflightReport;
import dev.tr116.preflight.Subject;
import dev.tr116.results.ResultStore;
import dev.tr116.server.llama.EmbeddedEngine;

/**
 * The preflight of a session, which found nothing that forbids it.
 *
 * @param report what it found
 * @param watch goes on asking
 * @param strict whether a model that is not loaded as asked spoils its runs
 */
record SessionPreflight(PreflightReport report, ModelWatch watch, boolean strict) {

  /**
   * Asks servers and machine.
   *
   * @throws dev.tr116.preflight.PreflightException when there is no use in measuring
   */
  static SessionPreflight of(BenchmarkPlan plan, RunningBackend backend, OllamaInspector inspector)
      throws InterruptedException {
    var subject =
        new Subject(
            plan.settings(),
            plan.matrix(),
            backend.description(),
            backend.endpoints(),
            EmbeddedEngine.availableModels());
    var report = Preflight.of(subject, inspector, line -> SessionConsole.print(System.out, line));
    report.requireNoError();
    return new SessionPreflight(
        report,
        new ModelWatch(subject, inspector),
        plan.settings().preflight() == PreflightChoice.ON);
  }

  /** Keeps and tells what was found, and goes on watching. */
  LoadWatch begin(ResultStore store, SessionConsole console) {
    report.findings().forEach(store::keep);
    console.preflight(report);
    return new LoadWatch(watch, strict, store, console);
  }
}
