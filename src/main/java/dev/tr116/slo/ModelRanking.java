package dev.tr116.slo;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.SloMetric.Better;
import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.Holm;
import dev.tr116.statistics.TwoSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which model is ahead in one scenario under one runtime by one figure. Every pair of models in
 * every scenario is a test, and their p values are corrected together.
 *
 * @param cells what was compared, a cell for each model
 * @param leader the one with the best mean; empty where none has the figure
 * @param lead the leader's figure over that of the next best, by the ratio of the means with its
 *     interval; empty with too few runs, or where a value is not positive
 * @param p the largest p of the leader's pairs after Holm's correction; empty where a pair could
 *     not be tested
 */
public record ModelRanking(
    List<CellMetrics> cells,
    Optional<CellMetrics> leader,
    Optional<TwoSamples> lead,
    OptionalDouble p) {
  /** The bootstrap's; the same runs, the same interval. */
  private static final long SEED = 116;

  public ModelRanking {
    cells = List.copyOf(cells);
  }

  /**
   * One for each scenario and runtime that two models or more were measured in.
   *
   * @param figure taken from each run
   * @param better which way it improves
   */
  public static List<ModelRanking> of(
      List<CellMetrics> cells, Function<DualRunMetrics, OptionalDouble> figure, Better better) {
    var groups = new LinkedHashMap<String, List<CellMetrics>>();
    for (var cell : cells) {
      var id = cell.id();
      groups
          .computeIfAbsent(
              String.join("/", id.suite(), id.runtime(), id.scenario(), id.options()),
              none -> new ArrayList<>())
          .add(cell);
    }
    var fields =
        groups.values().stream()
            .filter(group -> group.size() > 1)
            .map(group -> new Field(group, figure, better))
            .toList();
    var adjusted =
        Holm.adjust(fields.stream().flatMap(field -> field.p().stream()).toList()).iterator();
    return fields.stream()
        .map(field -> field.ranking(field.p().stream().map(p -> adjusted.next()).toList()))
        .toList();
  }

  /** Whether tests and interval show that the leader is ahead of every other model. */
  public boolean isShown() {
    return p.isPresent()
        && p.getAsDouble() < AttainableP.ALPHA
        && lead.map(samples -> !samples.interval().contains(1)).orElse(false);
  }

  /** The models of one scenario. */
  private static final class Field {
    private final List<CellMetrics> cells;
    private final List<double[]> values;
    private final List<Integer> ranked;
    private final List<int[]> pairs = new ArrayList<>();
    private final List<Double> p = new ArrayList<>();

    Field(List<CellMetrics> cells, Function<DualRunMetrics, OptionalDouble> figure, Better better) {
      this.cells = cells;
      this.values = cells.stream().map(cell -> values(cell, figure)).toList();
      var byMean = Comparator.<Integer>comparingDouble(i -> mean(values.get(i)));
      this.ranked =
          IntStream.range(0, cells.size())
              .boxed()
              .filter(i -> values.get(i).length > 0)
              .sorted(better == Better.HIGHER ? byMean.reversed() : byMean)
              .toList();
      for (var i = 0; i < cells.size(); i++) {
        for (var j = i + 1; j < cells.size(); j++) {
          var one = values.get(i);
          var other = values.get(j);
          if (one.length >= Bootstrap.FEWEST && other.length >= Bootstrap.FEWEST) {
            pairs.add(new int[] {i, j});
            p.add(Math.max(TwoSamples.p(one, other), AttainableP.of(one.length, other.length)));
          }
        }
      }
    }

    List<Double> p() {
      return p;
    }

    ModelRanking ranking(List<Double> adjusted) {
      if (ranked.isEmpty()) {
        return new ModelRanking(cells, Optional.empty(), Optional.empty(), OptionalDouble.empty());
      }
      var leader = ranked.getFirst();
      var its =
          IntStream.range(0, pairs.size())
              .filter(k -> pairs.get(k)[0] == leader || pairs.get(k)[1] == leader)
              .mapToDouble(adjusted::get)
              .toArray();
      return new ModelRanking(
          cells,
          Optional.of(cells.get(leader)),
          ranked.size() > 1
              ? TwoSamples.compare(values.get(ranked.get(1)), values.get(leader), SEED)
              : Optional.empty(),
          its.length == cells.size() - 1 ? Arrays.stream(its).max() : OptionalDouble.empty());
    }

    private static double[] values(
        CellMetrics cell, Function<DualRunMetrics, OptionalDouble> figure) {
      return cell.measured().stream()
          .map(figure)
          .flatMapToDouble(OptionalDouble::stream)
          .filter(Double::isFinite)
          .toArray();
    }

    private static double mean(double[] values) {
      return Arrays.stream(values).average().orElseThrow();
    }
  }
}
