package dev.tr116.junit;

import dev.tr116.agent.BlockRunner;
import dev.tr116.calibration.Calibrators;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.SentOptions;
import dev.tr116.results.CellJudge;
import dev.tr116.results.RunRecord;
import dev.tr116.results.Session;
import dev.tr116.telemetry.JvmActivity;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs blocks, watches the instrument meanwhile, and makes the record of each. */
final class BlockRecorder {
  private static final double NANOS_PER_MS = 1e6;

  private final Session session;
  private final BlockRunner runner;
  private final Calibrators calibrators;
  private final CellJudge judge;
  private final ServedModels served;
  private final MachineWatch machine;
  private final LoadWatch loads;
  private final Interruption interruption;

  BlockRecorder(
      Session session,
      BlockRunner runner,
      Calibrators calibrators,
      CellJudge judge,
      ServedModels served,
      MachineWatch machine,
      LoadWatch loads,
      Interruption interruption) {
    this.session = session;
    this.runner = runner;
    this.calibrators = calibrators;
    this.judge = judge;
    this.served = served;
    this.machine = machine;
    this.loads = loads;
    this.interruption = interruption;
  }

  /** Measures a run. */
  RunRecord measure(PlannedRun planned) {
    return record(planned, runner::run, List.of());
  }

  /** Measures a run once more, with other nonces and the same seeds. */
  RunRecord again(PlannedRun planned, List<String> because) {
    return record(planned, runner::again, because);
  }

  private RunRecord record(
      PlannedRun planned, Function<PlannedRun, DualRun> block, List<String> because) {
    var memory = machine.memory();
    var asked = runner.configurationOf(planned).applyTo(planned);
    loads.before(asked);
    var runtime = planned.id().cell().runtime();
    calibrators.wake(runtime);
    var before = JvmActivity.now();
    var opened = System.nanoTime();
    var run = interruption.during(() -> block.apply(planned));
    var window = (System.nanoTime() - opened) / NANOS_PER_MS;
    var spent = JvmActivity.now().since(before);
    var instrument =
        Optional.of(
            new Instrument(
                calibrators.of(runtime), window, spent.garbageCollection(), spent.compilation()));
    var metrics = loads.after(asked, DualRunMetrics.of(run, instrument).with(machine.energy(run)));
    if (!metrics.doubts().isEmpty() && !run.solo().isEmpty()) {
      runner.distrust(planned.id());
    }
    return new RunRecord(
        session.name(),
        run,
        metrics,
        judge.judge(metrics),
        session.environment(),
        served.about(runner.configurationOf(planned).model()),
        sentOptions(planned),
        instrument,
        because,
        machine.memoryAround(run, memory),
        runner.fallbackOf(planned.id().cell()));
  }

  private Map<String, Map<String, Object>> sentOptions(PlannedRun planned) {
    var sent = new HashMap<String, Map<String, Object>>();
    for (var agent : runner.configurationOf(planned).agents()) {
      var options = runner.sentOptions(planned, agent);
      sent.put(agent.role().name(), SentOptions.of(session.settings().backend(), options).values());
    }
    return sent;
  }
}
