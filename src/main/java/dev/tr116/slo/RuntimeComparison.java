package dev.tr116.slo;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.statistics.Holm;
import dev.tr116.statistics.TwoSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a cell held against that of the cell that differs in the runtime alone. All
 * comparisons of one figure are tests done at once, so their p values are corrected together.
 *
 * @param reference the cell compared with: {@code structured} where it was measured, else the first
 * @param cell the cell that is compared
 * @param figure which
 * @param compared the ratio of the means, cell over reference, with its interval; nothing with too
 *     few runs, or where a value is not positive
 * @param p two-sided, of the Mann-Whitney test; never below what so many runs can show
 * @param adjustedP the same after Holm's correction
 */
public record RuntimeComparison(
    CellMetrics reference,
    CellMetrics cell,
    RuntimeFigure figure,
    Optional<TwoSamples> compared,
    OptionalDouble p,
    OptionalDouble adjustedP) {
  private static final String REFERENCE = "structured";

  /** The bootstrap's; the same runs, the same interval. */
  private static final long SEED = 116;

  /** Every comparison there is, figure by figure; none when all cells ran under one runtime. */
  public static List<RuntimeComparison> of(List<CellMetrics> cells) {
    var pairs = pairs(cells);
    return Arrays.stream(RuntimeFigure.values())
        .flatMap(figure -> compare(figure, pairs).stream())
        .toList();
  }

  private static List<Pair> pairs(List<CellMetrics> cells) {
    var side = new LinkedHashMap<String, List<CellMetrics>>();
    for (var cell : cells) {
      side.computeIfAbsent(cell.id().underAnyRuntime(), none -> new ArrayList<>()).add(cell);
    }
    var pairs = new ArrayList<Pair>();
    for (var alike : side.values()) {
      var reference =
          alike.stream()
              .filter(cell -> cell.id().runtime().equals(REFERENCE))
              .findFirst()
              .orElseGet(alike::getFirst);
      alike.stream()
          .filter(cell -> !cell.id().equals(reference.id()))
          .forEach(cell -> pairs.add(new Pair(reference, cell)));
    }
    return pairs;
  }

  private static List<RuntimeComparison> compare(RuntimeFigure figure, List<Pair> pairs) {
    var samples = pairs.stream().map(pair -> pair.samples(figure)).toList();
    var given = new ArrayList<Double>();
    for (var i = 0; i < pairs.size(); i++) {
      if (samples.get(i).isPresent()) {
        given.add(pairs.get(i).p(figure, samples.get(i).get()));
      }
    }
    var adjusted = Holm.adjust(given).iterator();
    var p = given.iterator();
    var comparisons = new ArrayList<RuntimeComparison>();
    for (var i = 0; i < pairs.size(); i++) {
      var known = samples.get(i).isPresent();
      comparisons.add(
          new RuntimeComparison(
              pairs.get(i).reference(),
              pairs.get(i).cell(),
              figure,
              samples.get(i),
              known ? OptionalDouble.of(p.next()) : OptionalDouble.empty(),
              known ? OptionalDouble.of(adjusted.next()) : OptionalDouble.empty()));
    }
    return comparisons;
  }

  private record Pair(CellMetrics reference, CellMetrics cell) {
    Optional<TwoSamples> samples(RuntimeFigure figure) {
      return TwoSamples.compare(figure.values(reference), figure.values(cell), SEED);
    }

    double p(RuntimeFigure figure, TwoSamples samples) {
      var least = AttainableP.of(figure.values(reference).length, figure.values(cell).length);
      return Double.isNaN(samples.p()) ? 1 : Math.max(samples.p(), least);
    }
  }
}
