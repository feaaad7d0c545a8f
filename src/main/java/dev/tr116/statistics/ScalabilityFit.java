package dev.tr116.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Universal Scalability Law, fitted to what was measured with several numbers of agents.
 *
 * @param law fitted by least squares over all runs, sigma and kappa from 0
 * @param rSquared the share of the runs' variance that the law explains; empty where they do not
 *     differ
 * @param sigma its interval, by bootstrap over the runs of each N
 * @param kappa its interval
 * @param peak the interval of N*; its upper end is infinite where some resamples have no maximum,
 *     and it is empty where none has
 */
public record ScalabilityFit(
    UniversalScalability law,
    OptionalDouble rSquared,
    Optional<Interval> sigma,
    Optional<Interval> kappa,
    Optional<Interval> peak) {

  /** Fewest different N that a law with two parameters is fitted to. */
  public static final int FEWEST_SIZES = 3;

  /**
   * The law that fits best.
   *
   * @param runs how many agents to what each run measured, every value above 0
   * @param seed of the bootstrap
   * @return nothing with fewer than {@link #FEWEST_SIZES} different N; without intervals where some
   *     N has fewer than {@link Bootstrap#FEWEST} runs
   */
  public static Optional<ScalabilityFit> of(SortedMap<Integer, double[]> runs, long seed) {
    var measured = new TreeMap<>(runs);
    measured.values().removeIf(values -> values.length == 0);
    if (measured.size() < FEWEST_SIZES) {
      return Optional.empty();
    }
    var curve = ScalabilityCurve.of(measured);
    var law = curve.fit();
    var bootstrap = new Bootstrap(seed);
    return Optional.of(
        new ScalabilityFit(
            law,
            curve.explainedBy(law),
            bootstrap.ofSeveral(curve.sizes(), draws -> curve.drawn(draws).fit().sigma()),
            bootstrap.ofSeveral(curve.sizes(), draws -> curve.drawn(draws).fit().kappa()),
            bootstrap
                .ofSeveral(curve.sizes(), draws -> curve.drawn(draws).fit().reciprocalPeak())
                .filter(reciprocal -> reciprocal.high() > 0)
                .map(ScalabilityFit::reciprocal)));
  }

  private static Interval reciprocal(Interval interval) {
    return new Interval(1 / interval.high(), 1 / interval.low(), interval.level());
  }
}
