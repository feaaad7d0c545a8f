package dev.tr116.report.study;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Loss;
import dev.tr116.metrics.PhaseTimes;
import dev.tr116.metrics.SourceEnergy;
import dev.tr116.plan.Suite;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.StoredCell;
import dev.tr116.results.StoredSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The study that a stored session is. */
final class SessionStudy {
  private SessionStudy() {}

  static Study of(StoredSession session) {
    return new Study(
        SessionFacts.of(session),
        session.cells().stream()
            .filter(cell -> cell.id().suite().equals(Suite.MULTI.word()))
            .flatMap(cell -> runs(session, cell))
            .toList(),
        session.cells().stream()
            .filter(cell -> !cell.id().isSideBySide())
            .flatMap(cell -> SessionSingles.of(session, cell).stream())
            .toList());
  }

  private static Stream<StudyRun> runs(StoredSession session, StoredCell cell) {
    var id = cell.id();
    var name = new StudyCell(id.runtime(), id.model().displayName(), id.scenario());
    var leftOut =
        cell.metrics().leftOut().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return cell.runs().stream()
        .map(
            block -> {
              var metrics = block.stored().metrics();
              return new StudyRun(
                  name,
                  block.run().id().number(),
                  figures(metrics).all(),
                  metrics.succeeded() && metrics.mayContend()
                      ? Optional.of(metrics.contentionDetected())
                      : Optional.empty(),
                  Optional.ofNullable(leftOut.get(block.run().id())),
                  path(session, block));
            });
  }

  /** Below the session's folder, with {@code /} between names on every system. */
  static String path(StoredSession session, KeptBlock block) {
    var record = block.stored().record();
    var folder = session.session().directory();
    var below = record.startsWith(folder) ? folder.relativize(record) : record;
    return StreamSupport.stream(below.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static Figures figures(DualRunMetrics run) {
    var figures =
        new Figures()
            .put(Figure.SPEEDUP, run.concurrencySpeedup())
            .put(Figure.EFFICIENCY, run.efficiencyPercent())
            .put(Figure.EFFICIENCY_BY_WALLS, run.efficiencyPercent())
            .put(Figure.THROUGHPUT_DELTA, run.throughputDelta())
            .put(Figure.TTFT_DELTA, run.ttftDelta())
            .put(Figure.WALL, run.concurrentWall())
            .put(Figure.AGENT_THROUGHPUT, mean(run, AgentMetrics::throughput))
            .put(Figure.TTFT, mean(run, AgentMetrics::ttft))
            .put(Figure.TRUE_SPEEDUP, run.trueSpeedup())
            .put(Figure.TRUE_EFFICIENCY, run.trueEfficiencyPercent())
            .put(Figure.TRUE_SPEEDUP_LEVELLED, run.trueSpeedupLevelled())
            .put(Figure.FAIRNESS, run.fairness())
            .put(Figure.TOKENS_PER_JOULE, run.energy().figure(SourceEnergy::tokensPerJoule))
            .put(Figure.TOTAL_THROUGHPUT, total(run));
    run.loss().map(Loss::inPercent).ifPresent(loss -> loss(figures, loss));
    return figures;
  }

  private static void loss(Figures figures, Loss loss) {
    figures
        .put(Figure.CONTENTION_LOSS, loss.contention())
        .put(Figure.IMBALANCE_LOSS, loss.imbalance())
        .put(Figure.ORCHESTRATION_LOSS, loss.orchestration());
    loss.byPhase().ifPresent(phases -> phases(figures, phases));
  }

  private static void phases(Figures figures, PhaseTimes phases) {
    figures
        .put(Figure.LOAD_LOSS, phases.load())
        .put(Figure.QUEUE_LOSS, phases.queue())
        .put(Figure.PREFILL_LOSS, phases.prefill())
        .put(Figure.DECODE_LOSS, phases.decode())
        .put(Figure.CLIENT_LOSS, phases.client());
  }

  private static OptionalDouble mean(
      DualRunMetrics run, Function<AgentMetrics, OptionalDouble> figure) {
    var values = run.agents().stream().map(figure).toList();
    return values.isEmpty() || values.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : values.stream().mapToDouble(OptionalDouble::getAsDouble).average();
  }

  /** Every agent's tokens over the wall time; empty where a count is missing. */
  private static OptionalDouble total(DualRunMetrics run) {
    var counts =
        run.agents().stream()
            .flatMap(agent -> agent.calls().stream())
            .map(call -> call.evalCount())
            .toList();
    if (run.concurrentWall().isEmpty()
        || run.concurrentWall().getAsDouble() <= 0
        || counts.isEmpty()
        || counts.stream().anyMatch(count -> count.isEmpty())) {
      return OptionalDouble.empty();
    }
    var tokens = counts.stream().mapToLong(count -> count.getAsLong()).sum();
    return OptionalDouble.of(1000.0 * tokens / run.concurrentWall().getAsDouble());
  }
}
