package dev.tr116.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction for several tests at once.
 *
 * <p>Source: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal
 * of Statistics 6 (1979).
 */
public final class Holm {
  private Holm() {}

  /** The adjusted p values, in the order given; each is at least its own p and at most 1. */
  public static List<Double> adjust(List<Double> p) {
    var ascending =
        IntStream.range(0, p.size()).boxed().sorted(Comparator.comparing(p::get)).toList();
    var adjusted = new Double[p.size()];
    var most = 0.0;
    for (var rank = 0; rank < ascending.size(); rank++) {
      var index = ascending.get(rank);
      most = Math.max(most, Math.min(1, (p.size() - rank) * p.get(index)));
      adjusted[index] = most;
    }
    return List.of(adjusted);
  }
}
