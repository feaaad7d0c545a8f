package dev.tr116.junit;

import dev.tr116.agent.AgentRuntimes;
import dev.tr116.agent.BlockRunner;
import dev.tr116.calibration.Calibrators;
import dev.tr116.exec.Programs;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.OllamaInspector;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.RunOutliers;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.RunId;
import dev.tr116.preflight.PreflightReport;
import dev.tr116.report.Terminal;
import dev.tr116.results.CellJudge;
import dev.tr116.results.ChecklistReview;
import dev.tr116.results.FailureLog;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.ResultStore;
import dev.tr116.results.Session;
import dev.tr116.results.SessionPlace;
import dev.tr116.results.StoredRun;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Checklist;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.telemetry.Environment;
import dev.tr116.telemetry.PowerMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One session: opened at the first test that needs it, closed with JUnit's engine. */
final class BenchmarkSession implements AutoCloseable {
  private final BenchmarkPlan plan;
  private final Interruption interruption;
  private final SessionPlace place;
  private final RunningBackend backend;
  private final PowerMeter power;
  private final LlmClient client;
  private final AgentRuntimes runtimes;
  private final Calibrators calibrators;
  private final BlockRecorder recorder;
  private final OllamaInspector inspector;
  private final BlockRunner runner;
  private final ResultStore store;
  private final SessionPreflight preflight;
  private final LoadWatch loads;
  private final CellJudge judge;
  private final SessionConsole console;
  private final SessionReporter report = new SessionReporter();
  private final FailureNotes failures;
  private final LateRecord late;
  private final WarmUps warmUps;
  private final Set<CellId> warm = new HashSet<>();
  private final Set<RunId> notNeeded = new HashSet<>();
  private final Set<RunId> told = new HashSet<>();
  private final Optional<RegressionGate> gate;
  private Optional<RegressionVerdict> compared = Optional.empty();

  private BenchmarkSession(BenchmarkPlan plan, SessionParts parts) {
    var settings = plan.settings();
    this.plan = plan;
    this.interruption = parts.interruption();
    this.place = parts.place();
    this.backend = parts.backend();
    this.power = parts.power();
    this.inspector = parts.inspector();
    this.preflight = parts.preflight();
    this.gate = parts.gate();
    this.client = Clients.of(settings, backend);
    var session =
        new Session(
            place.name(),
            place.directory(),
            settings,
            plan.matrix(),
            place.startedAt(),
            backend.description(),
            Environment.read().with(power));
    gate.ifPresent(comparison -> comparison.requireAlike(session));
    var served = new ServedModels(inspector, backend.endpoints());
    this.store = place.store(session, served::about);
    this.runtimes = new AgentRuntimes(client, new Programs(settings.programs()));
    this.runner =
        new BlockRunner(
            runtimes,
            parts.workload(),
            settings,
            backend.endpoints(),
            backend.description(),
            place.name());
    store.kept().forEach(this::goOnWith);
    this.judge = new CellJudge(settings, backend.description());
    this.console = new SessionConsole(System.out, Terminal.ofThisProcess(), plan.matrix());
    console.started(store.session(), backend.endpoints());
    if (place.isResumed()) {
      console.resumed(store.kept().size(), store.measuredAgain());
    }
    console.power(power.description());
    power.logTo(session.directory().resolve("power_log.csv"));
    this.loads = preflight.begin(store, console);
    this.calibrators = calibrators();
    console.calibrated(calibrators.all());
    this.failures = new FailureNotes(FailureLog.in(session.directory()), inspector);
    this.late = new LateRecord(store, console, failures, place.name());
    this.warmUps =
        new WarmUps(runner, settings.fallback(), this::hasRuns, failures, console, interruption);
    this.recorder =
        new BlockRecorder(
            session,
            runner,
            calibrators,
            judge,
            served,
            new MachineWatch(power, new ServerMemories(inspector), backend.endpoints()),
            loads,
            interruption);
    report.publish(store.session());
  }

  /**
   * The session of the context's test class; classes with the same settings share one.
   *
   * @throws dev.tr116.plan.SettingsException when it cannot be opened, saying why
   */
  // JUnit 6 prefers computeIfAbsent, which JUnit 5 does not have.
  @SuppressWarnings("deprecation")
  static BenchmarkSession in(ExtensionContext context) {
    var plan = BenchmarkPlan.of(context);
    return context
        .getRoot()
        .getStore(BenchmarkPlan.NAMESPACE)
        .getOrComputeIfAbsent(plan.settings().given(), given -> open(plan), BenchmarkSession.class);
  }

  /** Later runs of a kept run's cell take its baseline, and ask of servers what it asked. */
  private void goOnWith(KeptBlock kept) {
    runner.reuse(kept.run());
    kept.kept().fallback().ifPresent(taken -> runner.fallBack(kept.run().id().cell(), taken));
  }

  private boolean hasRuns(CellId cell) {
    return !store.runsOf(cell).isEmpty();
  }

  private Calibrators calibrators() {
    try {
      return interruption.during(
          () -> Calibrators.of(runtimes, plan.settings(), plan.matrix().mostAgents()));
    } catch (RuntimeException broken) {
      runtimes.close();
      throw broken;
    }
  }

  private static BenchmarkSession open(BenchmarkPlan plan) {
    var parts = SessionParts.open(plan);
    try {
      return new BenchmarkSession(plan, parts);
    } catch (RuntimeException failed) {
      parts.closeAfter(failed);
      throw failed;
    }
  }

  Matrix matrix() {
    return plan.matrix();
  }

  Path directory() {
    return store.session().directory();
  }

  PreflightReport preflight() {
    return preflight.report();
  }

  SessionReporter report() {
    return report;
  }

  /** Leaves out a run that is optional once the objectives are decided; whether it has. */
  boolean leavesOut(PlannedRun planned) {
    if (!planned.isOptional()
        || store.isRecorded(planned.id())
        || judge.wants(planned, store.metricsOf(planned.id().cell()))) {
      return false;
    }
    notNeeded.add(planned.id());
    console.notNeeded();
    return true;
  }

  /**
   * Runs one block and keeps it, or takes what is kept, and reports it; never throws for a call
   * that failed.
   */
  MeasuredRun measure(PlannedRun planned) {
    late.keep();
    var recorded = store.recorded(planned.id());
    if (recorded.isPresent()) {
      var measured = MeasuredRun.kept(planned, recorded.get());
      if (store.kept(planned.id()).isPresent() && told.add(planned.id())) {
        console.kept(measured);
      }
      report.publish(measured, store.session().directory());
      return measured;
    }
    requireGoingOn();
    warmUp(planned.id().cell());
    requireGoingOn();
    console.begins(planned);
    var waited = power.waited();
    var began = System.nanoTime();
    var record = recorder.measure(planned);
    var measured = MeasuredRun.now(planned, record, store.keep(record));
    console.finished(measured, Duration.ofNanos(System.nanoTime() - began));
    report.publish(measured, store.session().directory());
    var spent = Duration.ofNanos(System.nanoTime() - began);
    store.keepOwnTime(
        planned.id(), OwnTime.millis(measured.run(), spent, power.waited().minus(waited)));
    power.news().forEach(console::power);
    failures.measured(record.run());
    return measured;
  }

  /** Judges a cell by the runs recorded so far; nothing when there is none. */
  Optional<CellVerdict> judge(PlannedCell cell) {
    if (store.runsOf(cell.id()).isEmpty()) {
      return Optional.empty();
    }
    measureOutliersAgain(cell);
    var verdict = verdict(cell);
    store.keep(verdict);
    console.judged(verdict);
    return Optional.of(verdict);
  }

  /** Once each, however often the cell is judged. */
  private void measureOutliersAgain(PlannedCell cell) {
    var metrics = store.metricsOf(cell.id());
    var wanted = plan.settings().rerun().appliesTo(backend.description());
    var whole =
        !interruption.isRequested()
            && notMeasured().stream().noneMatch(run -> run.id().cell().equals(cell.id()));
    if (!wanted || !whole) {
      return;
    }
    var before = metrics.reruns().stream().map(rerun -> rerun.again().id().number()).toList();
    RunOutliers.flagged(metrics)
        .forEach(
            (number, because) ->
                cell.runs().stream()
                    .filter(run -> run.id().number() == number && !before.contains(number))
                    .forEach(run -> measureAgain(run, because)));
  }

  private void measureAgain(PlannedRun run, List<String> because) {
    late.keep();
    warmUp(run.id().cell());
    console.again(run, because);
    var record = recorder.again(run, because);
    if (!interruption.isRequested()) {
      store.keep(record);
      failures.measured(record.run());
    }
  }

  /**
   * Does nothing while the session goes on.
   *
   * @throws org.opentest4j.TestAbortedException when it is to end
   */
  void requireGoingOn() {
    interruption.requireNone();
  }

  /** Hands a judged cell to the report. */
  void publish(CellVerdict verdict) {
    report.publish(verdict, store.session().directory(), store.summaryOf(verdict.cell().id()));
  }

  /** The session against the one it is compared with; the comparison is made once. */
  RegressionVerdict comparison() {
    if (compared.isEmpty()) {
      compared = gate.map(comparison -> comparison.judge(store.session()));
      compared.ifPresent(console::compared);
    }
    return compared.orElseThrow();
  }

  /** Hands the comparison to the report. */
  void publishComparison() {
    report.publish(comparison());
  }

  private CellVerdict verdict(PlannedCell cell) {
    var records = new HashMap<RunId, Path>();
    store.runsOf(cell.id()).forEach(run -> records.put(run.metrics().id(), run.record()));
    return judge.verdict(
        store.metricsOf(cell.id()),
        (int) cell.runs().stream().filter(run -> !notNeeded.contains(run.id())).count(),
        records::get);
  }

  private void warmUp(CellId cell) {
    if (warm.add(cell)) {
      var planned =
          plan.matrix().cells().stream().filter(c -> c.id().equals(cell)).findFirst().orElseThrow();
      warmUps.warmUp(planned);
      loads.warmedUp(runner.configurationOf(planned.runs().getFirst()).applyTo(planned));
    }
  }

  @Override
  public void close() {
    try (interruption;
        place;
        backend;
        inspector;
        client;
        runtimes;
        calibrators) {
      late.keepOrTell();
      judgeTheRest();
      power.close();
      if (interruption.isRequested()) {
        store.interrupted();
      }
      store.finish(isComplete());
      console.closed(store.verdicts(), store.session());
      console.notMeasured(notMeasured());
      if (gate.isPresent() && !store.runs().isEmpty()) {
        comparison();
      }
      var checklist = review();
      SessionPages.write(store.session().directory(), console);
      if (interruption.isRequested()) {
        console.interrupted(place.name());
      } else {
        checklist.ifPresent(console::checked);
      }
      if (!store.verdicts().isEmpty()) {
        report.publish(store.session(), store.verdicts(), notMeasured().size(), compared);
      }
    }
  }

  /** Judges what no test has judged. */
  private void judgeTheRest() {
    for (var cell : plan.matrix().cells()) {
      var judged = store.verdicts().stream().anyMatch(v -> v.cell().id().equals(cell.id()));
      if (!judged && !store.runsOf(cell.id()).isEmpty()) {
        measureOutliersAgain(cell);
        store.keep(verdict(cell));
      }
    }
  }

  /** The checklist of what is kept so far; nothing where no run was measured. */
  Optional<Checklist> checklist() {
    judgeTheRest();
    store.finish(isComplete());
    if (gate.isPresent() && !store.runs().isEmpty()) {
      comparison();
    }
    return review();
  }

  private Optional<Checklist> review() {
    if (store.runs().isEmpty()) {
      return Optional.empty();
    }
    var checklist = ChecklistReview.of(store.session().directory(), judge.isEnforced());
    ChecklistReview.write(checklist);
    return Optional.of(checklist);
  }

  private boolean isComplete() {
    return notMeasured().isEmpty() && !interruption.isRequested();
  }

  private List<PlannedRun> notMeasured() {
    var recorded = store.runs().stream().map(StoredRun::metrics).map(DualRunMetrics::id).toList();
    return plan.matrix().runs().stream()
        .filter(run -> !recorded.contains(run.id()) && !notNeeded.contains(run.id()))
        .toList();
  }
}
