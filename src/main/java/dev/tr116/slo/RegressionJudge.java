package dev.tr116.slo;

import dev.tr116.plan.CellId;
import dev.tr116.plan.SloMetric.Better;
import dev.tr116.slo.Regression.Side;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Holm;
import dev.tr116.statistics.TwoSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares the cells of two sessions, figure by figure. The cells of one figure are tests done at
 * once, so their p values are corrected together.
 */
public final class RegressionJudge {
  private final double minEffect;
  private final long seed;

  /**
   * A judge.
   *
   * @param minEffectPercent how much a figure must change to count
   * @param seed of the bootstrap
   */
  public RegressionJudge(double minEffectPercent, long seed) {
    this.minEffect = minEffectPercent / 100;
    this.seed = seed;
  }

  /**
   * Every figure that either session has, of every cell that both have, figure by figure.
   *
   * @param before cells of the earlier session
   * @param now cells of this session, measured under the same conditions
   */
  public List<Regression> judge(List<CellSample> before, List<CellSample> now) {
    var earlier = new LinkedHashMap<CellId, CellSample>();
    before.forEach(sample -> earlier.put(sample.cell(), sample));
    var pairs =
        now.stream()
            .filter(sample -> earlier.containsKey(sample.cell()))
            .map(sample -> new Pair(earlier.get(sample.cell()), sample))
            .toList();
    var metrics = new LinkedHashSet<RegressionMetric>();
    pairs.forEach(pair -> metrics.addAll(pair.before().metrics()));
    pairs.forEach(pair -> metrics.addAll(pair.now().metrics()));
    return metrics.stream().flatMap(metric -> judge(metric, pairs).stream()).toList();
  }

  private List<Regression> judge(RegressionMetric metric, List<Pair> pairs) {
    var concerned = pairs.stream().filter(pair -> pair.has(metric)).toList();
    var compared = new LinkedHashMap<Pair, TwoSamples>();
    for (var pair : concerned) {
      TwoSamples.compare(pair.before().values(metric), pair.now().values(metric), seed)
          .ifPresent(samples -> compared.put(pair, samples));
    }
    var least = new ArrayList<Double>();
    var given = new ArrayList<Double>();
    compared.forEach(
        (pair, samples) -> {
          var attainable = pair.leastP(metric);
          least.add(attainable);
          given.add(Double.isNaN(samples.p()) ? 1 : Math.max(samples.p(), attainable));
        });
    var adjustedLeast = byPair(compared, Holm.adjust(least));
    var adjusted = byPair(compared, Holm.adjust(given));
    return concerned.stream()
        .map(
            pair -> {
              var samples = Optional.ofNullable(compared.get(pair));
              var p = adjusted.getOrDefault(pair, 1.0);
              var tooFew = adjustedLeast.getOrDefault(pair, 1.0) >= AttainableP.ALPHA;
              var change =
                  samples.isEmpty() || tooFew
                      ? Change.INCONCLUSIVE
                      : change(metric, samples.get(), p);
              return new Regression(
                  pair.now().cell(),
                  metric,
                  side(pair.before(), metric),
                  side(pair.now(), metric),
                  samples,
                  samples.isPresent() ? OptionalDouble.of(p) : OptionalDouble.empty(),
                  change,
                  why(pair, metric, samples, p, tooFew, compared.size(), change));
            })
        .toList();
  }

  private Change change(RegressionMetric metric, TwoSamples samples, double p) {
    var interval = samples.interval();
    var shown = p < AttainableP.ALPHA && Math.abs(samples.ratio() - 1) >= minEffect;
    if (shown && (interval.low() > 1 || interval.high() < 1)) {
      var rose = interval.low() > 1;
      return rose == (metric.better() == Better.HIGHER) ? Change.IMPROVED : Change.REGRESSED;
    }
    return interval.low() >= 1 - minEffect && interval.high() <= 1 + minEffect
        ? Change.SAME
        : Change.INCONCLUSIVE;
  }

  private String why(
      Pair pair,
      RegressionMetric metric,
      Optional<TwoSamples> samples,
      double p,
      boolean tooFew,
      int cells,
      Change change) {
    var runs =
        pair.now().values(metric).length
            + " runs here and "
            + pair.before().values(metric).length
            + " there";
    if (samples.isEmpty()) {
      return RegressionWords.notComparable(runs);
    }
    var figures = RegressionWords.figures(samples.get(), p);
    if (tooFew) {
      return figures + RegressionWords.tooFew(runs, cells);
    }
    return figures + RegressionWords.meaning(change, minEffect);
  }

  private static Side side(CellSample sample, RegressionMetric metric) {
    var values = sample.values(metric);
    return new Side(
        values.length,
        sample.absent(metric),
        Distribution.of(values)
            .map(distribution -> OptionalDouble.of(distribution.mean()))
            .orElse(OptionalDouble.empty()));
  }

  private static Map<Pair, Double> byPair(Map<Pair, TwoSamples> compared, List<Double> values) {
    var byPair = new LinkedHashMap<Pair, Double>();
    compared.keySet().forEach(pair -> byPair.put(pair, values.get(byPair.size())));
    return byPair;
  }

  /** A cell in both sessions. */
  private record Pair(CellSample before, CellSample now) {
    boolean has(RegressionMetric metric) {
      return before.values(metric).length > 0 || now.values(metric).length > 0;
    }

    double leastP(RegressionMetric metric) {
      return AttainableP.of(before.values(metric).length, now.values(metric).length);
    }
  }
}
