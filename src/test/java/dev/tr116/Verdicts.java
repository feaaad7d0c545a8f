package dev.tr116;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.RunId;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Evidence;
import dev.tr116.slo.SloJudge;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Judged cells; every one plans five runs. */
public final class Verdicts {
  /** TR116's efficiency. */
  public static final Map<SloMetric, SloLimit> EFFICIENCY =
      Map.of(SloMetric.EFFICIENCY, new SloLimit(97, 95));

  private Verdicts() {}

  /** All runs of {@link Traces#CELL}. */
  public static CellMetrics cell(Traces.RunBuilder... runs) {
    return cell(Traces.CELL, runs);
  }

  /** Runs taken for those of another cell. */
  public static CellMetrics cell(CellId id, Traces.RunBuilder... runs) {
    return new CellMetrics(
        id, Arrays.stream(runs).map(Traces.RunBuilder::build).map(DualRunMetrics::of).toList());
  }

  /** An enforced verdict on a real server. */
  public static CellVerdict enforced(Map<SloMetric, SloLimit> limits, Traces.RunBuilder... runs) {
    return verdict(limits, cell(runs), Traces.OLLAMA, true);
  }

  /** A verdict on stand-ins, reported only. */
  public static CellVerdict reported(Map<SloMetric, SloLimit> limits, Traces.RunBuilder... runs) {
    return verdict(limits, cell(runs), Traces.STAND_IN, false);
  }

  /** Any verdict, with evidence for each run. */
  public static CellVerdict verdict(
      Map<SloMetric, SloLimit> limits,
      CellMetrics cell,
      BackendDescription backend,
      boolean enforced) {
    var evidence = new HashMap<RunId, Evidence>();
    for (var run : cell.runs()) {
      evidence.put(
          run.id(),
          new Evidence(
              Path.of("results", "s", "run_" + run.id().number(), "metrics.json"),
              "mvn verify -Dtr116.only=" + run.id().selector()));
    }
    return new SloJudge(limits, Optional.empty()).verdict(cell, backend, enforced, evidence, 5);
  }
}
