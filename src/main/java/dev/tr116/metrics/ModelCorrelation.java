package dev.tr116.metrics;

import dev.tr116.plan.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * How efficiency_percent goes with the difference between the agents' throughputs in all measured
 * runs of one model on one runtime, whatever their scenario (TR116).
 *
 * @param suite of the cells
 * @param runtime the one all the runs had
 * @param model the one all the runs had
 * @param correlation over those runs
 */
public record ModelCorrelation(
    String suite, String runtime, Model model, EfficiencyCorrelation correlation) {

  private record Place(String suite, String runtime, Model model) {}

  /** One for each suite, runtime and model, in the order of the cells. */
  public static List<ModelCorrelation> of(List<CellMetrics> cells) {
    var places = new LinkedHashMap<Place, List<DualRunMetrics>>();
    for (var cell : ModelVariance.ofTheSuiteMulti(cells)) {
      var id = cell.id();
      places
          .computeIfAbsent(
              new Place(id.suite(), id.runtime(), id.model()), any -> new ArrayList<>())
          .addAll(cell.measured());
    }
    return places.entrySet().stream()
        .map(
            place ->
                new ModelCorrelation(
                    place.getKey().suite(),
                    place.getKey().runtime(),
                    place.getKey().model(),
                    EfficiencyCorrelation.of(place.getValue())))
        .toList();
  }
}
