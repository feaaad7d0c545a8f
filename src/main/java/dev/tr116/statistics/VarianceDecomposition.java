package dev.tr116.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.inference.OneWayAnova;

/**
 * How much of a spread lies between groups: as TR116 says it, and as an analysis of variance does.
 *
 * @param between sample variance of the group means (TR116), squared unit of the values
 * @param within mean of the groups' sample variances (TR116), squared unit of the values
 * @param etaSquared sum of squares between groups / total sum of squares, 0 to 1
 * @param omegaSquared the same without the bias that chance alone gives etaSquared; may be negative
 * @param p of the F test: how probable such group means are when all groups are alike
 */
public record VarianceDecomposition(
    double between, double within, double etaSquared, double omegaSquared, double p) {

  /**
   * Splits the variance of groups of values.
   *
   * @return nothing with fewer than two groups, with a group of fewer than two values, or when
   *     nothing varies within any group
   */
  public static Optional<VarianceDecomposition> of(List<double[]> groups) {
    if (groups.size() < 2
        || groups.stream().anyMatch(group -> group.length < 2)
        || groups.stream().allMatch(group -> Variance.of(group).getAsDouble() == 0)) {
      return Optional.empty();
    }
    var means = groups.stream().mapToDouble(group -> Mean.of(group).getAsDouble()).toArray();
    var within = groups.stream().mapToDouble(group -> Variance.of(group).getAsDouble()).average();
    var all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
    var total = Variance.of(all).getAsDouble() * (all.length - 1);
    var inside =
        groups.stream()
            .mapToDouble(group -> Variance.of(group).getAsDouble() * (group.length - 1))
            .sum();
    var noise = inside / (all.length - groups.size());
    return Optional.of(
        new VarianceDecomposition(
            Variance.of(means).getAsDouble(),
            within.orElseThrow(),
            1 - inside / total,
            (total - inside - (groups.size() - 1) * noise) / (total + noise),
            OneWayAnova.withDefaults().test(groups).getPValue()));
  }

  /** between / (between + within), in percent: what TR116 calls the share of the models. */
  public double betweenPercent() {
    return 100 * between / (between + within);
  }
}
