package dev.tr116.metrics;

import dev.tr116.plan.Model;
import dev.tr116.plan.Suite;
import dev.tr116.statistics.HighestMean;
import dev.tr116.statistics.ScalabilityFit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How the speed of one model on one runtime goes with the number of agents side by side.
 *
 * @param runtime the one all cells have
 * @param model the one all cells have
 * @param options the label of the options all agents have
 * @param cells by the number of agents
 */
public record Scaling(
    String runtime, Model model, String options, SortedMap<Integer, CellMetrics> cells) {
  private static final String NO_TRUE_SPEEDUP =
      "no true speedup was measured; it needs tr116.solo=every or once";

  public Scaling {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  private record Place(String runtime, Model model, String options) {}

  /** One for each runtime, model and options of the suite {@code scaling}, in their order. */
  public static List<Scaling> of(List<CellMetrics> cells) {
    var places = new LinkedHashMap<Place, SortedMap<Integer, CellMetrics>>();
    for (var cell : cells) {
      var id = cell.id();
      var size = cell.agents();
      if (id.suite().equals(Suite.SCALING.word()) && size.isPresent()) {
        places
            .computeIfAbsent(
                new Place(id.runtime(), id.model(), id.options()), any -> new TreeMap<>())
            .put(size.getAsInt(), cell);
      }
    }
    var all = new ArrayList<Scaling>();
    places.forEach(
        (place, sizes) ->
            all.add(new Scaling(place.runtime(), place.model(), place.options(), sizes)));
    return all;
  }

  /** The law fitted to the true speedup of every run; see {@link #fitMissing}. */
  public Optional<ScalabilityFit> fit() {
    return ScalabilityFit.of(values(DualRunMetrics::trueSpeedup), CellMetrics.SEED);
  }

  /** The same to the true speedup for equal token counts. */
  public Optional<ScalabilityFit> fitLevelled() {
    return ScalabilityFit.of(values(DualRunMetrics::trueSpeedupLevelled), CellMetrics.SEED);
  }

  /** Why there is no fit; empty where there is. */
  public Optional<String> fitMissing() {
    var sizes =
        values(DualRunMetrics::trueSpeedup).values().stream().filter(v -> v.length > 0).count();
    if (sizes >= ScalabilityFit.FEWEST_SIZES) {
      return Optional.empty();
    }
    return Optional.of(
        sizes == 0
            ? NO_TRUE_SPEEDUP
            : "the law needs at least "
                + ScalabilityFit.FEWEST_SIZES
                + " different numbers of agents with a true speedup, and there "
                + (sizes == 1 ? "is 1" : "are " + sizes)
                + "; add more to tr116.agents");
  }

  /** The number of agents with the highest true speedup, and those that are as good. */
  public Optional<HighestMean> best() {
    return HighestMean.of(values(DualRunMetrics::trueSpeedup), CellMetrics.SEED);
  }

  private SortedMap<Integer, double[]> values(Function<DualRunMetrics, OptionalDouble> figure) {
    var values = new TreeMap<Integer, double[]>();
    cells.forEach((size, cell) -> values.put(size, cell.values(figure)));
    return values;
  }
}
