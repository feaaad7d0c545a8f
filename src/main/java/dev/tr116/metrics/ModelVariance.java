package dev.tr116.metrics;

import dev.tr116.plan.Model;
import dev.tr116.plan.Suite;
import dev.tr116.statistics.VarianceDecomposition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * How much of the spread of efficiency_percent lies between models: within one runtime, all
 * measured runs of a model are one group, whatever their scenario (TR116).
 *
 * @param suite of the cells
 * @param runtime the one all the runs had
 * @param runs how many runs each model has
 * @param split the spread between and within the models
 */
public record ModelVariance(
    String suite, String runtime, SequencedMap<Model, Integer> runs, VarianceDecomposition split) {
  public ModelVariance {
    runs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(runs));
  }

  /**
   * One for each runtime of the suite {@code multi}, whose cells differ in their options alone;
   * none where there are fewer than two models, where a model has fewer than two measured runs, or
   * where no model's runs differ.
   */
  public static List<ModelVariance> of(List<CellMetrics> cells) {
    var places = new TreeMap<String, List<CellMetrics>>();
    for (var cell : ofTheSuiteMulti(cells)) {
      var place = cell.id().suite() + "/" + cell.id().runtime();
      places.computeIfAbsent(place, any -> new ArrayList<>()).add(cell);
    }
    return places.values().stream().flatMap(place -> ofOneRuntime(place).stream()).toList();
  }

  static List<CellMetrics> ofTheSuiteMulti(List<CellMetrics> cells) {
    return cells.stream().filter(cell -> cell.id().suite().equals(Suite.MULTI.word())).toList();
  }

  private static Optional<ModelVariance> ofOneRuntime(List<CellMetrics> cells) {
    var models = new LinkedHashMap<Model, List<DualRunMetrics>>();
    for (var cell : cells) {
      models.computeIfAbsent(cell.id().model(), any -> new ArrayList<>()).addAll(cell.measured());
    }
    var runs = new LinkedHashMap<Model, Integer>();
    var groups = new ArrayList<double[]>();
    models.forEach(
        (model, measured) -> {
          var values =
              measured.stream()
                  .flatMapToDouble(run -> run.efficiencyPercent().stream())
                  .filter(Double::isFinite)
                  .toArray();
          groups.add(values);
          runs.put(model, values.length);
        });
    var id = cells.getFirst().id();
    return VarianceDecomposition.of(groups)
        .map(split -> new ModelVariance(id.suite(), id.runtime(), runs, split));
  }
}
