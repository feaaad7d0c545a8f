package dev.tr116.report.study;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.results.tr116.ImportedData;
import dev.tr116.results.tr116.ImportedRun;
import dev.tr116.results.tr116.SoloRates;
import dev.tr116.results.tr116.Tr116Reference;
import dev.tr116.results.tr116.TrueSpeedup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The study that TR116 is, by its own figures. */
final class ReferenceStudy {
  private ReferenceStudy() {}

  /** The figures that ship with this project, rounded as TR116 prints them. */
  static Study printed() {
    return new Study(
        ReferenceFacts.of("the figures of TR116 as printed", false),
        runs(new ImportedData(Tr116Reference.runs(), List.of())),
        ReferenceSingles.printed());
  }

  /** The figures of TR116's result files, or of tables of them, as they were read. */
  static Study of(ImportedData data) {
    return new Study(
        ReferenceFacts.of("TR116's result files at full precision", true),
        runs(data),
        data.singles().stream().map(ReferenceSingles::of).toList());
  }

  private static List<StudyRun> runs(ImportedData data) {
    var rates = new SoloRates(data.singles());
    return data.runs().stream().map(run -> run(run, rates)).toList();
  }

  private static StudyRun run(ImportedRun run, SoloRates rates) {
    var stored = run.stored();
    var figures =
        new Figures()
            .put(Figure.SPEEDUP, stored.speedup())
            .put(Figure.EFFICIENCY, stored.efficiencyPercent())
            .put(Figure.THROUGHPUT_DELTA, stored.throughputDelta())
            .put(Figure.TTFT_DELTA, stored.ttftDelta())
            .put(Figure.WALL, run.wall())
            .put(
                Figure.AGENT_THROUGHPUT,
                mean(run.collector().throughput(), run.insight().throughput()))
            .put(Figure.TTFT, mean(run.collector().ttft(), run.insight().ttft()));
    run.metrics()
        .map(DualRunMetrics::efficiencyPercent)
        .ifPresent(efficiency -> figures.put(Figure.EFFICIENCY_BY_WALLS, efficiency));
    TrueSpeedup.of(run, rates)
        .ifPresent(
            bounds ->
                figures
                    .put(Figure.LEAST_TRUE_SPEEDUP, bounds.decodeOnly())
                    .put(Figure.MOST_TRUE_SPEEDUP, bounds.withOverhead()));
    total(run).ifPresent(rate -> figures.put(Figure.TOTAL_THROUGHPUT, rate));
    return new StudyRun(
        new StudyCell(run.harness().runtime(), run.model(), run.scenario()),
        run.run(),
        figures.all(),
        stored.contention(),
        Optional.empty(),
        ReferencePaths.of(run));
  }

  private static Optional<Double> total(ImportedRun run) {
    var counts = Stream.of(run.agent(AgentRole.COLLECTOR), run.agent(AgentRole.INSIGHT));
    var tokens = counts.map(agent -> agent.tokens()).toList();
    return run.wall().isEmpty()
            || run.callsWithoutFinalMetrics() > 0
            || tokens.stream().anyMatch(count -> count.isEmpty())
        ? Optional.empty()
        : Optional.of(
            1000.0
                * tokens.stream().mapToLong(count -> count.getAsLong()).sum()
                / run.wall().getAsDouble());
  }

  private static OptionalDouble mean(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of((a.getAsDouble() + b.getAsDouble()) / 2)
        : OptionalDouble.empty();
  }
}
