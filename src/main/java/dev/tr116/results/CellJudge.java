package dev.tr116.results;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.RunId;
import dev.tr116.plan.Settings;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Evidence;
import dev.tr116.slo.SloJudge;
import dev.tr116.slo.Verdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges cells of a session that is measured, stored or joined, by its settings. */
public final class CellJudge {
  private final Settings settings;
  private final BackendDescription backend;
  private final SloJudge judge;

  /** A judge with the objectives of some settings. */
  public CellJudge(Settings settings, BackendDescription backend) {
    this.settings = settings;
    this.backend = backend;
    this.judge = new SloJudge(settings.slos(), settings.pricePerHour());
  }

  /** Whether a violation fails the test. */
  public boolean isEnforced() {
    return settings.enforcement().appliesTo(backend);
  }

  /**
   * A cell, judged by its recorded runs.
   *
   * @param cell what was measured
   * @param planned how many runs it should have
   * @param record where a run is recorded
   */
  public CellVerdict verdict(CellMetrics cell, int planned, Function<RunId, Path> record) {
    var evidence = new HashMap<RunId, Evidence>();
    for (var run : cell.runs()) {
      evidence.put(run.id(), new Evidence(record.apply(run.id()), settings.commandFor(run.id())));
    }
    return judge.verdict(cell, backend, isEnforced(), evidence, planned);
  }

  /** Every objective in force, held against one run alone. */
  public List<Verdict> judge(DualRunMetrics run) {
    return judge.judge(run);
  }

  /** Whether an optional run may still decide what is undecided. */
  public boolean wants(PlannedRun run, CellMetrics cell) {
    return judge.wantsMore(cell, run.runsOfCell().most() - run.id().number() + 1);
  }

  /** The runs that are not recorded and are needed; optional ones only while a verdict is open. */
  List<PlannedRun> missing(PlannedCell planned, CellMetrics cell) {
    var there = cell.runs().stream().map(DualRunMetrics::id).collect(Collectors.toSet());
    return planned.runs().stream()
        .filter(run -> !there.contains(run.id()))
        .filter(run -> !run.isOptional() || wants(run, cell))
        .toList();
  }
}
