package dev.tr116.results;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CallMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Loss;
import dev.tr116.metrics.SoloBaseline;
import dev.tr116.plan.AgentRole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The {@code analysis.csv}: one row a run, RFC 4180, an absent figure is an empty field. */
final class AnalysisCsv {
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r]");

  private AnalysisCsv() {}

  private record Column(String name, Function<StoredRun, Object> value) {}

  static String of(Session session, List<StoredRun> runs) {
    var roles =
        runs.stream()
            .flatMap(run -> run.metrics().agents().stream())
            .map(AgentMetrics::role)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var columns = columns(session, runs, roles);
    var text = new StringBuilder();
    text.append(columns.stream().map(Column::name).collect(Collectors.joining(","))).append("\r\n");
    for (var run : runs) {
      text.append(
          columns.stream()
              .map(column -> field(column.value().apply(run)))
              .collect(Collectors.joining(",")));
      text.append("\r\n");
    }
    return text.toString();
  }

  private static List<Column> columns(
      Session session, List<StoredRun> runs, SequencedSet<AgentRole> roles) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("session", run -> session.name()));
    columns.add(new Column("backend", run -> session.backend().phrase()));
    columns.add(new Column("suite", run -> run.metrics().id().cell().suite()));
    columns.add(new Column("runtime", run -> run.metrics().id().cell().runtime()));
    columns.add(new Column("model", run -> run.metrics().id().cell().model().tag()));
    columns.add(new Column("scenario", run -> run.metrics().id().cell().scenario()));
    columns.add(new Column("run_number", run -> run.metrics().id().number()));
    columns.add(new Column("status", run -> run.status().word()));
    columns.add(new Column("started_at", run -> Instants.millis(run.startedAt())));
    figure(columns, "concurrent_wall_time_ms", DualRunMetrics::concurrentWall);
    figure(columns, "sequential_estimated_ms", DualRunMetrics::sequentialEstimated);
    figure(columns, "concurrency_speedup", DualRunMetrics::concurrencySpeedup);
    figure(columns, "efficiency_percent", DualRunMetrics::efficiencyPercent);
    figure(columns, "server_time_speedup", DualRunMetrics::serverTimeSpeedup);
    figure(columns, "true_speedup", DualRunMetrics::trueSpeedup);
    figure(columns, "true_speedup_levelled", DualRunMetrics::trueSpeedupLevelled);
    figure(columns, "true_efficiency_percent", DualRunMetrics::trueEfficiencyPercent);
    figure(
        columns, "true_efficiency_levelled_percent", DualRunMetrics::trueEfficiencyLevelledPercent);
    figure(columns, "fairness", DualRunMetrics::fairness);
    figure(columns, "fairness_levelled", DualRunMetrics::fairnessLevelled);
    figure(columns, "throughput_delta", DualRunMetrics::throughputDelta);
    figure(columns, "ttft_delta_ms", DualRunMetrics::ttftDelta);
    figure(columns, "start_skew_ms", DualRunMetrics::startSkew);
    columns.add(
        new Column(
            "resource_contention_detected",
            run ->
                run.metrics().succeeded() && run.metrics().mayContend()
                    ? run.metrics().contentionDetected()
                    : ""));
    figure(columns, "loss_contention_ms", run -> loss(run, Loss::contention));
    figure(columns, "loss_imbalance_ms", run -> loss(run, Loss::imbalance));
    figure(columns, "loss_orchestration_ms", run -> loss(run, Loss::orchestration));
    figure(columns, "loss_contention_percent", run -> lossPercent(run, Loss::contention));
    figure(columns, "loss_imbalance_percent", run -> lossPercent(run, Loss::imbalance));
    figure(columns, "loss_orchestration_percent", run -> lossPercent(run, Loss::orchestration));
    columns.add(
        new Column("true_speedup_missing", run -> run.metrics().trueSpeedupMissing().orElse("")));
    columns.add(new Column("energy_source", run -> run.metrics().energy().source().orElse("")));
    EnergyFigures.all().forEach(figure -> figure(columns, figure.name(), figure.ofRun()));
    columns.add(new Column("energy_missing", run -> run.metrics().energy().missing().orElse("")));
    columns.add(new Column("options", run -> run.metrics().id().cell().options()));
    columns.add(new Column("agents", run -> run.metrics().agents().size()));
    figure(columns, "mean_slowdown", DualRunMetrics::meanSlowdown);
    roles.forEach(role -> agent(columns, role));
    var metrics = runs.stream().map(StoredRun::metrics).toList();
    if (StageSummary.hasSeveral(metrics)) {
      StageSummary.places(metrics).forEach(place -> stage(columns, place));
    }
    return columns;
  }

  private static void agent(List<Column> columns, AgentRole role) {
    agentFigure(columns, role, "wall_ms", AgentMetrics::wall);
    agentFigure(columns, role, "solo_wall_ms", AnalysisCsv::soloWall);
    agentFigure(columns, role, "solo_levelled_wall_ms", AnalysisCsv::soloLevelledWall);
    columns.add(
        new Column(
            role + "_solo_from_run",
            run -> run.metrics().agent(role).map(a -> soloFromRun(run, a)).orElse("")));
    agentFigure(columns, role, "slowdown", AgentMetrics::slowdown);
    agentFigure(columns, role, "slowdown_levelled", AgentMetrics::slowdownLevelled);
    agentFigure(columns, role, "ttft_ms", AgentMetrics::ttft);
    agentFigure(columns, role, "throughput_tok_s", AgentMetrics::throughput);
    agentFigure(columns, role, "decode_rate_tok_s", AgentMetrics::decodeRate);
    figure(
        columns,
        role + "_mean_watts_alone",
        run -> run.energy().figure(source -> source.meanWattsAlone(role)));
    agentFigure(columns, role, "load_ms", AgentMetrics::load);
    columns.add(
        new Column(
            role + "_eval_count",
            run ->
                run.metrics().agent(role).map(AnalysisCsv::tokens).orElse(OptionalLong.empty())));
    columns.add(
        new Column(
            role + "_failure",
            run ->
                run.metrics().agent(role).stream()
                    .flatMap(agent -> agent.calls().stream())
                    .flatMap(call -> call.failure().stream())
                    .map(failure -> failure.kind().name())
                    .findFirst()
                    .orElse("")));
  }

  private static void stage(List<Column> columns, StageSummary.Place place) {
    for (var figure : place.figures()) {
      figure(columns, place.role() + "_" + place.stage() + "_" + figure.name(), figure.ofRun());
    }
  }

  private static void figure(
      List<Column> columns, String name, Function<DualRunMetrics, OptionalDouble> figure) {
    columns.add(new Column(name, run -> figure.apply(run.metrics())));
  }

  private static void agentFigure(
      List<Column> columns,
      AgentRole role,
      String name,
      Function<AgentMetrics, OptionalDouble> figure) {
    columns.add(
        new Column(
            role + "_" + name,
            run -> run.metrics().agent(role).map(figure).orElse(OptionalDouble.empty())));
  }

  private static OptionalDouble loss(DualRunMetrics run, Function<Loss, Double> part) {
    return run.loss().map(part).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble lossPercent(DualRunMetrics run, Function<Loss, Double> part) {
    return loss(run, part.compose(Loss::inPercent));
  }

  private static String soloFromRun(StoredRun run, AgentMetrics agent) {
    return agent
        .solo()
        .map(solo -> solo.reusedFrom().orElse(run.metrics().id().number()))
        .map(number -> Integer.toString(number))
        .orElse("");
  }

  private static OptionalDouble soloLevelledWall(AgentMetrics agent) {
    return agent.solo().map(SoloBaseline::levelledWall).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble soloWall(AgentMetrics agent) {
    return agent.solo().map(solo -> OptionalDouble.of(solo.wall())).orElse(OptionalDouble.empty());
  }

  private static OptionalLong tokens(AgentMetrics agent) {
    var counts = agent.calls().stream().map(CallMetrics::evalCount).toList();
    return counts.isEmpty() || counts.stream().anyMatch(OptionalLong::isEmpty)
        ? OptionalLong.empty()
        : OptionalLong.of(counts.stream().mapToLong(OptionalLong::getAsLong).sum());
  }

  /** A value as a field; an absent one is empty. */
  static String field(Object value) {
    var text =
        switch (value) {
          case OptionalDouble figure ->
              figure.isPresent() ? Double.toString(figure.getAsDouble()) : "";
          case OptionalLong count -> count.isPresent() ? Long.toString(count.getAsLong()) : "";
          case String words -> asData(words);
          default -> value.toString();
        };
    return quoted(text);
  }

  /** Names that a spreadsheet would take for a formula, with the sign that makes them a text. */
  private static String asData(String words) {
    return FORMULA.matcher(words).lookingAt() ? "'" + words : words;
  }

  /** A field as RFC 4180 writes it. */
  static String quoted(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
