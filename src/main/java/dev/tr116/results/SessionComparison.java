package dev.tr116.results;

import dev.tr116.plan.CellId;
import dev.tr116.plan.Comparison;
import dev.tr116.slo.CellSample;
import dev.tr116.slo.RegressionJudge;
import dev.tr116.slo.RegressionMetric;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.slo.RegressionVerdict.Compared;
import dev.tr116.trace.RunStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Compares a session with an earlier one, both as their folders tell them.
 *
 * @param before the earlier one
 */
public record SessionComparison(KeptSession before) {
  /**
   * The fields, in words, in which a session that is about to begin differs from the earlier one in
   * what a speed depends on; none when their cells may be compared.
   */
  public List<String> differences(Session now) {
    return LikeConditions.of(now).differencesFrom(LikeConditions.of(before));
  }

  /**
   * Compares every cell that both sessions have and that was measured under the same conditions.
   *
   * @param now the later session
   * @param comparison how
   * @param seed of the bootstrap
   * @param enforced whether a regression fails the test
   */
  public RegressionVerdict with(
      KeptSession now, Comparison comparison, long seed, boolean enforced) {
    var there = samples(before);
    var here = samples(now);
    var refused = new LinkedHashMap<CellId, List<String>>();
    here.forEach(
        (cell, sample) -> {
          var earlier = there.get(cell);
          if (earlier != null && !earlier.runs().isEmpty() && !sample.runs().isEmpty()) {
            var differences = sample.conditions().differencesFrom(earlier.conditions());
            if (!differences.isEmpty()) {
              refused.put(cell, differences);
            }
          }
        });
    var alike = here.values().stream().filter(cell -> !refused.containsKey(cell.cell())).toList();
    return new RegressionVerdict(
        compared(now, here),
        compared(before, there),
        now.backend(),
        enforced,
        comparison.minEffectPercent(),
        new RegressionJudge(comparison.minEffectPercent(), seed)
            .judge(List.copyOf(there.values()), alike),
        refused,
        here.keySet().stream().filter(cell -> !there.containsKey(cell)).toList(),
        there.keySet().stream().filter(cell -> !here.containsKey(cell)).toList());
  }

  /**
   * Writes {@code comparison.json} and {@code comparison.md} into the later session's folder.
   *
   * @return the latter
   */
  public static Path write(RegressionVerdict verdict) {
    var folder = verdict.here().folder();
    var table = folder.resolve("comparison.md");
    AtomicFile.write(folder.resolve("comparison.json"), Json.bytes(ComparisonJson.of(verdict)));
    AtomicFile.write(table, ComparisonMarkdown.of(verdict).getBytes(StandardCharsets.UTF_8));
    return table;
  }

  /** The same table as text. */
  public static String markdown(RegressionVerdict verdict) {
    return ComparisonMarkdown.of(verdict);
  }

  private static Compared compared(KeptSession session, Map<CellId, CellSample> cells) {
    return new Compared(
        session.name(),
        session.directory(),
        cells.values().stream().mapToInt(CellSample::leftOut).sum());
  }

  private static Map<CellId, CellSample> samples(KeptSession session) {
    var byCell =
        session.runs().stream()
            .collect(
                Collectors.groupingBy(
                    run -> run.id().cell(), LinkedHashMap::new, Collectors.toList()));
    var samples = new LinkedHashMap<CellId, CellSample>();
    byCell.forEach(
        (cell, runs) -> {
          var whole = runs.stream().filter(run -> run.status() == RunStatus.OK).toList();
          samples.put(
              cell,
              new CellSample(
                  cell,
                  LikeConditions.of(session, whole),
                  whole.stream().map(SessionComparison::figures).toList(),
                  runs.size() - whole.size()));
        });
    return samples;
  }

  private static Map<RegressionMetric, Double> figures(KeptRun run) {
    var figures = new LinkedHashMap<RegressionMetric, Double>();
    put(figures, RegressionMetric.WALL, run.figures().concurrentWall());
    put(figures, RegressionMetric.EFFICIENCY, run.figures().efficiencyPercent());
    put(figures, RegressionMetric.TRUE_SPEEDUP, run.figures().trueSpeedup());
    for (var agent : run.agents()) {
      put(figures, RegressionMetric.ttft(agent.role()), agent.ttft());
      put(figures, RegressionMetric.decodeRate(agent.role()), agent.decodeRate());
    }
    return figures;
  }

  private static void put(
      Map<RegressionMetric, Double> figures, RegressionMetric metric, OptionalDouble value) {
    if (value.isPresent()) {
      figures.put(metric, value.getAsDouble());
    }
  }
}
