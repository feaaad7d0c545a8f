package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.StageMetrics;
import dev.tr116.plan.AgentRole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.function.Function;

/** What the stages of the agents' work took over the runs of a cell, by role. */
final class StageSummary {
  private StageSummary() {}

  /** A stage of a role, as far as the runs measured show. */
  record Place(AgentRole role, String stage, boolean isCall) {
    /** Its figures, as figures of a run. */
    List<SummaryFigure> figures() {
      var figures = new ArrayList<SummaryFigure>();
      figures.add(figure("wall_ms", "wall, ms", stage -> OptionalDouble.of(stage.wall())));
      if (isCall) {
        figures.add(figure("ttft_ms", "TTFT, ms", StageMetrics::ttft));
        figures.add(figure("decode_rate_tok_s", "decode rate, tok/s", StageMetrics::decodeRate));
      }
      return figures;
    }

    private SummaryFigure figure(
        String name, String title, Function<StageMetrics, OptionalDouble> figure) {
      return new SummaryFigure(
          name,
          role + " " + stage + " " + title,
          run ->
              run.agent(role)
                  .flatMap(agent -> agent.stage(stage))
                  .map(figure)
                  .orElse(OptionalDouble.empty()));
    }
  }

  /** Every stage of every role, in the order they first occur. */
  static SequencedSet<Place> places(List<DualRunMetrics> runs) {
    var places = new LinkedHashSet<Place>();
    for (var run : runs) {
      for (var agent : run.agents()) {
        for (var stage : agent.stages()) {
          places.add(new Place(agent.role(), stage.name(), stage.call().isPresent()));
        }
      }
    }
    return places;
  }

  /** Whether there is more to say than of the agents as a whole. */
  static boolean hasSeveral(List<DualRunMetrics> runs) {
    return runs.stream()
        .flatMap(run -> run.agents().stream())
        .map(AgentMetrics::stages)
        .anyMatch(stages -> stages.size() > 1);
  }

  static boolean hasSeveral(CellMetrics cell) {
    return hasSeveral(cell.measured());
  }

  static List<SummaryFigure> figures(CellMetrics cell) {
    return places(cell.measured()).stream().flatMap(place -> place.figures().stream()).toList();
  }

  /** By role, stage and figure. */
  static ObjectNode json(CellMetrics cell) {
    var json = Json.object();
    for (var place : places(cell.measured())) {
      var stage = json.withObjectProperty(place.role().name()).withObjectProperty(place.stage());
      for (var figure : place.figures()) {
        stage.set(figure.name(), SummaryJson.figure(cell, figure));
      }
    }
    return json;
  }
}
