package dev.tr116.metrics;

import dev.tr116.plan.AgentRole;
import dev.tr116.statistics.Outliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The runs of a cell in which an agent's figure lies far from its median.
 *
 * @param role the agent
 * @param figure {@code throughput} or {@code ttft}, the two that TR116 looks at
 * @param median over the runs, in the figure's unit
 * @param deviation the median absolute deviation, in the figure's unit
 * @param beyondTwoDeviations numbers of the runs more than two deviations off (TR116)
 * @param flagged of these, the runs that also lie more than 2 % of the median off
 */
public record RunOutliers(
    AgentRole role,
    String figure,
    double median,
    double deviation,
    List<Integer> beyondTwoDeviations,
    List<Integer> flagged) {
  public RunOutliers {
    beyondTwoDeviations = List.copyOf(beyondTwoDeviations);
    flagged = List.copyOf(flagged);
  }

  /** The flagged runs with the agent and figure of each reason, in the order of their numbers. */
  public static SortedMap<Integer, List<String>> flagged(CellMetrics cell) {
    var reasons = new TreeMap<Integer, List<String>>();
    for (var outliers : of(cell)) {
      for (var run : outliers.flagged()) {
        reasons
            .computeIfAbsent(run, first -> new ArrayList<>())
            .add(outliers.role() + " " + outliers.figure());
      }
    }
    return reasons;
  }

  /** Whether another value of that figure would be flagged in this sample. */
  public boolean isFar(double value) {
    return Outliers.isFar(value, median, deviation);
  }

  /** For each agent its throughput and TTFT, where at least three measured runs have them. */
  public static List<RunOutliers> of(CellMetrics cell) {
    var found = new ArrayList<RunOutliers>();
    var roles =
        cell.measured().stream()
            .flatMap(run -> run.agents().stream().map(AgentMetrics::role))
            .distinct()
            .toList();
    for (var role : roles) {
      of(cell, role, "throughput", AgentMetrics::throughput).ifPresent(found::add);
      of(cell, role, "ttft", AgentMetrics::ttft).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static Optional<RunOutliers> of(
      CellMetrics cell,
      AgentRole role,
      String name,
      Function<AgentMetrics, OptionalDouble> figure) {
    var numbers = new ArrayList<Integer>();
    var values = new ArrayList<Double>();
    for (var run : cell.measured()) {
      var value = CellMetrics.of(role, figure).apply(run);
      if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
        numbers.add(run.id().number());
        values.add(value.getAsDouble());
      }
    }
    return Outliers.of(values.stream().mapToDouble(Double::doubleValue).toArray())
        .map(
            outliers ->
                new RunOutliers(
                    role,
                    name,
                    outliers.median(),
                    outliers.deviation(),
                    outliers.beyondTwoDeviations().stream().map(numbers::get).toList(),
                    outliers.flagged().stream().map(numbers::get).toList()));
  }
}
